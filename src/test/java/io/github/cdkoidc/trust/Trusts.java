package io.github.cdkoidc.trust;

import io.github.cdkoidc.claims.ClaimValue;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.claims.GitHubRepository;
import io.github.cdkoidc.claims.GitHubSubject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What the tests trust when it does not matter. */
public final class Trusts {

    static final String AUDIENCE = "sts.amazonaws.com";
    static final String PROVIDER = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com";
    public static final GitHubRepository REPOSITORY = GitHubRepository.of("octo-org/octo-repo");
    public static final GitHubRepository WITH_IDS = REPOSITORY.withIds(123456, 456789);

    private Trusts() {}

    public static TrustRequest of(GitHubSubject... subjects) {
        return new TrustRequest(GitHubIssuer.GITHUB_COM, AUDIENCE, PROVIDER, List.of(subjects), Map.of());
    }

    /** The policy that trusts the subjects, read back. */
    public static RenderedPolicy document(GitHubSubject... subjects) {
        return new RenderedPolicy(of(subjects).policy());
    }

    public static List<ClaimValue> values(String... texts) {
        return Arrays.stream(texts).map(ClaimValue::new).toList();
    }
}
