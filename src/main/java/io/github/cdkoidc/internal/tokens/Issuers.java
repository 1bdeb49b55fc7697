package io.github.cdkoidc.internal.tokens;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.internal.automata.AutomatonBudget;
import io.github.cdkoidc.internal.evaluate.StatementEvaluator;
import io.github.cdkoidc.internal.evaluate.TokenRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The GitHubs whose tokens a policy is about, and the character that each has in a {@link EncodedToken}: a small letter, or a capital
 * one if it never mints immutable subjects.
 */
public final class Issuers {

    /** As many as there are letters. */
    public static final int MOST = 26;

    private final List<GitHubIssuer> issuers;

    private Issuers(Set<GitHubIssuer> issuers) {
        if (issuers.size() > MOST) {
            throw new AutomatonBudget.SpentException(issuers.size() + " issuers are more than " + MOST);
        }
        this.issuers = List.copyOf(issuers);
    }

    /** Those of some policies' principals and keys, and github.com before all. */
    static Issuers of(List<StatementEvaluator> statements) {
        Set<GitHubIssuer> found = new LinkedHashSet<>(List.of(GitHubIssuer.GITHUB_COM));
        for (StatementEvaluator statement : statements) {
            statement.principals().issuers().forEach(url -> add(found, url));
            statement
                    .conditions()
                    .forEach(condition -> add(found, condition.key().issuer()));
        }
        return new Issuers(found);
    }

    private static void add(Set<GitHubIssuer> found, String url) {
        if (found.stream().anyMatch(known -> known.url().equalsIgnoreCase(url))) {
            return;
        }
        try {
            found.add(GitHubIssuer.ofUrl(url));
        } catch (IllegalArgumentException e) {
            // Somebody else's tokens are none of GitHub's.
        }
    }

    List<Character> marks() {
        List<Character> marks = new ArrayList<>();
        for (int i = 0; i < issuers.size(); i++) {
            marks.add((char) ((issuers.get(i).mintsImmutableSubjects() ? 'a' : 'A') + i));
        }
        return marks;
    }

    String url(char mark) {
        return issuers.get(Character.toLowerCase(mark) - 'a').url();
    }

    /** A run of an issuer of which nothing else is known. */
    TokenRequest run(char mark) {
        return TokenRequest.of(GitHubClaims.of(Map.of("iss", url(mark))));
    }
}
