package io.github.cdkoidc.internal.tokens;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.internal.automata.AutomatonBudget;
import io.github.cdkoidc.internal.evaluate.StatementEvaluator;
import io.github.cdkoidc.internal.evaluate.TokenRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The GitHub issuers that a policy names, and the character of each in an {@link EncodedToken}: a small letter, or a capital letter if
 * it never mints immutable subjects.
 */
public final class Issuers {

    /** The number of letters. */
    public static final int MOST = 26;

    private final List<GitHubIssuer> issuers;

    private Issuers(Set<GitHubIssuer> issuers) {
        if (issuers.size() > MOST) {
            throw new AutomatonBudget.SpentException(issuers.size() + " issuers are more than " + MOST);
        }
        this.issuers = List.copyOf(issuers);
    }

    /** Those in the principals and keys of some policies, after github.com. */
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
            // Not an issuer of GitHub.
        }
    }

    List<Character> marks() {
        return IntStream.range(0, issuers.size())
                .mapToObj(i -> (char) ((issuers.get(i).mintsImmutableSubjects() ? 'a' : 'A') + i))
                .toList();
    }

    String url(char mark) {
        return issuers.get(Character.toLowerCase(mark) - 'a').url();
    }

    /** A run of which only the issuer is known. */
    TokenRequest run(char mark) {
        return TokenRequest.of(GitHubClaims.of(Map.of("iss", url(mark))));
    }
}
