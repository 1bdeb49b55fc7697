package io.github.cdkoidc.trust;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.json.JsonTree;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what IAM refuses when a policy is written. */
final class Deployability {

    private static final String GITHUB = GitHubIssuer.GITHUB_COM.name();
    private static final Set<Comparison> COUNTED =
            Set.of(Comparison.STRING_EQUALS, Comparison.STRING_LIKE, Comparison.STRING_EQUALS_IGNORE_CASE);
    private static final Set<String> DEMANDED = Set.of("sub", "job_workflow_ref");

    private Deployability() {}

    /**
     * Emulates IAM's check of Allow statements for GitHub's provider. It is as shallow as this: it takes any test of {@code sub} or
     * {@code job_workflow_ref} whose first value neither is blank nor starts with a star.
     */
    static Stream<Evidence> refusals(Grant grant) {
        return Stream.of(grant.judge())
                .filter(statement -> statement.action() == Truth.TRUE)
                .filter(statement -> statement.conditions().stream().noneMatch(Deployability::counts))
                .flatMap(statement -> statement.principals().ofIssuers(url -> url.startsWith(GitHubIssuer.withScheme(GITHUB))).stream()
                        .limit(1)
                        .map(provider ->
                                Evidence.at(Place.of(statement.number()) + "/Condition", refusal(provider, statement))));
    }

    private static boolean counts(ConditionJudge test) {
        ConditionOperator operator = test.condition().operator();
        return COUNTED.contains(operator.comparison())
                && !operator.ifExists()
                && DEMANDED.contains(test.key().claim())
                && test.condition().key().toLowerCase(Locale.ROOT).startsWith(GITHUB)
                && !isToAll(test.condition().values().get(0));
    }

    private static boolean isToAll(JsonNode value) {
        List<Piece> pieces = Expression.pieces(value);
        if (pieces.isEmpty()) {
            return true;
        }
        return pieces.get(0) instanceof Piece.Text text
                && (text.text().startsWith("*")
                        || (pieces.size() == 1 && text.text().isBlank()));
    }

    private static String refusal(JsonNode provider, StatementJudge statement) {
        String principal = provider.isTextual() ? provider.asText() : JsonTree.text(provider);
        boolean tested = statement.conditions().stream()
                .anyMatch(test -> DEMANDED.contains(test.key().claim()));
        return (tested
                        ? "sub and job_workflow_ref are tested in no way that IAM counts (negated, IfExists and Null do not, nor "
                                + "does a first value that is blank or starts with *)"
                        : "neither sub nor job_workflow_ref is tested")
                + ", and IAM answers \"MalformedPolicyDocument: Trust policy with trusted principal " + principal
                + " must evaluate, using StringEquals, StringLike or StringEqualsIgnoreCase, " + GITHUB + ":sub or "
                + GITHUB
                + ":job_workflow_ref which is not scoped to all.\"";
    }

    static Stream<Evidence> illegalCharacters(TrustRule rule, Inspection policy) {
        return policy.policy()
                .document()
                .toJson()
                .codePoints()
                .filter(c -> c > 0xFF)
                .distinct()
                .mapToObj(c -> Evidence.at(
                        "",
                        String.format(
                                "policy holds U+%04X, \"%s\", and the deployment fails", c, Character.toString(c))));
    }

    static Stream<Evidence> overLargestQuota(TrustRule rule, Inspection policy) {
        return longerThan(policy, PolicyDocument.LARGEST_QUOTA, Integer.MAX_VALUE);
    }

    static Stream<Evidence> overDefaultQuota(TrustRule rule, Inspection policy) {
        return longerThan(policy, PolicyDocument.DEFAULT_QUOTA, PolicyDocument.LARGEST_QUOTA);
    }

    private static Stream<Evidence> longerThan(Inspection policy, int quota, int atMost) {
        int length = policy.policy().document().length();
        return length > quota && length <= atMost
                ? Stream.of(Evidence.at(
                        "",
                        "policy has " + length
                                + " characters without blanks, and the deployment fails with \"Cannot exceed quota for "
                                + "ACLSizePerRole: " + quota + "\""))
                : Stream.empty();
    }
}
