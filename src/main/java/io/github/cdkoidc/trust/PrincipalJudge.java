package io.github.cdkoidc.trust;

import io.github.cdkoidc.claims.GitHubIssuer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a statement is about the tokens of a run's issuer. A token's principal is the provider of its issuer, so no account, user
 * or service is it. Everybody is, as {@code "*"} or as {@code {"AWS": "*"}}.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">IAM: Principal</a>
 */
final class PrincipalJudge {

    private static final Pattern PARTITION = Pattern.compile("arn:([^:…]+):.*", Pattern.DOTALL);
    private static final Pattern ANOTHER = Pattern.compile("(?:[^:]*:){5}(?!oidc-provider/)[^…/]+/.*");

    private final Principals principals;
    private final Map<JsonNode, String> issuers = new LinkedHashMap<>();
    private Truth others = Truth.FALSE;
    private boolean commercial = true;

    /**
     * Makes the principals ready.
     *
     * @param principals whom a statement is about
     * @param providers the issuers that expressions are known to stand for
     */
    PrincipalJudge(Principals principals, Map<JsonNode, String> providers) {
        this.principals = principals;
        principals.of(PrincipalType.FEDERATED).forEach(value -> federated(value, providers));
        principals.of(PrincipalType.AWS).forEach(value -> others = others.or(isStar(value)));
        if (!principals.of(PrincipalType.EVERYONE).isEmpty()) {
            others = Truth.TRUE;
        }
    }

    private void federated(JsonNode value, Map<JsonNode, String> providers) {
        List<Piece> pieces = Expression.pieces(value);
        String text = Expression.text(value);
        Matcher partition = PARTITION.matcher(text);
        commercial &= !partition.matches() || partition.group(1).equals("aws");
        String told = pieces.size() == 1 && pieces.get(0) instanceof Piece.Deployed whole
                ? providers.get(whole.expression())
                : providers.get(value);
        if (told != null) {
            issuers.put(value, GitHubIssuer.withScheme(told));
            return;
        }
        Optional<ProviderArn> arn = ProviderArn.of(value);
        if (text.indexOf('*') >= 0 || text.indexOf('?') >= 0) {
            // One star is everybody. IAM documents that no other wildcard is allowed, and not what becomes of one.
            others = others.or(text.equals("*") ? Truth.TRUE : Truth.UNKNOWN);
        } else if (arn.isPresent()) {
            issuers.put(value, GitHubIssuer.withScheme(arn.get().name()));
        } else if (text.indexOf(Expression.UNKNOWN) >= 0
                && !ANOTHER.matcher(text).matches()) {
            others = others.or(Truth.UNKNOWN);
        }
    }

    private static Truth isStar(JsonNode value) {
        String text = Expression.text(value);
        if (text.equals("*")) {
            return Truth.TRUE;
        }
        return text.chars().allMatch(c -> c == Expression.UNKNOWN || c == '*') ? Truth.UNKNOWN : Truth.FALSE;
    }

    /** The values that are providers of issuers, of some. */
    List<JsonNode> ofIssuers(Predicate<String> urls) {
        return issuers.entrySet().stream()
                .filter(issuer -> urls.test(issuer.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The URLs of the issuers that are named. */
    List<String> issuers() {
        return List.copyOf(issuers.values());
    }

    /** Whether nothing is said of a partition but {@code aws}. */
    boolean isCommercial() {
        return commercial;
    }

    Truth test(Run run) {
        Truth named = issuers.containsValue(run.issuer()) ? Truth.TRUE : others;
        return principals.negated() ? named.not() : named;
    }
}
