package io.github.cdkoidc.internal.tokens;

import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.internal.automata.MinimalDfas;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MintableTokensTest {

    @ParameterizedTest
    @EnumSource
    void theAutomatonOfWhatGitHubMintsIsMinimal(MintableTokens tokens) {
        MinimalDfas.assertMinimal(tokens.words(Set.of()));
        MinimalDfas.assertMinimal(tokens.words(EnumSet.allOf(GitHubClaim.class)));
    }
}
