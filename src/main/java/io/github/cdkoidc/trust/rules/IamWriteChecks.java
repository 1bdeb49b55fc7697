package io.github.cdkoidc.trust.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.internal.automata.Ternary;
import io.github.cdkoidc.internal.evaluate.ConditionEvaluator;
import io.github.cdkoidc.internal.evaluate.StatementEvaluator;
import io.github.cdkoidc.internal.json.JsonTree;
import io.github.cdkoidc.policy.CloudFormationExpression;
import io.github.cdkoidc.policy.ConditionOperator;
import io.github.cdkoidc.policy.OperatorKind;
import io.github.cdkoidc.policy.PolicyDocument;
import io.github.cdkoidc.policy.PolicyPointer;
import io.github.cdkoidc.policy.ValuePart;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what IAM refuses when a policy is written. */
final class IamWriteChecks {

    private static final String GITHUB = GitHubIssuer.GITHUB_COM.name();
    private static final Set<OperatorKind> COUNTED =
            Set.of(OperatorKind.STRING_EQUALS, OperatorKind.STRING_LIKE, OperatorKind.STRING_EQUALS_IGNORE_CASE);
    private static final Set<String> DEMANDED = Set.of("sub", "job_workflow_ref");

    private IamWriteChecks() {}

    /**
     * Emulates IAM's check of Allow statements for GitHub's provider. It is as shallow as this: it takes any test of {@code sub} or
     * {@code job_workflow_ref} whose first value neither is blank nor starts with a star.
     */
    static Stream<RuleMatch> refusedByIam(AllowStatement statement) {
        return Stream.of(statement.evaluator())
                .filter(evaluator -> evaluator.action() == Ternary.TRUE)
                .filter(evaluator -> evaluator.conditions().stream().noneMatch(IamWriteChecks::counts))
                .flatMap(evaluator ->
                        evaluator
                                .principals()
                                .ofIssuers(url -> url.startsWith(GitHubIssuer.withScheme(GITHUB)))
                                .stream()
                                .limit(1)
                                .map(provider -> RuleMatch.at(
                                        PolicyPointer.of(evaluator.number()) + "/Condition",
                                        refusal(provider, evaluator))));
    }

    private static boolean counts(ConditionEvaluator test) {
        ConditionOperator operator = test.condition().operator();
        return COUNTED.contains(operator.comparison())
                && !operator.ifExists()
                && DEMANDED.contains(test.key().claim())
                && test.condition().key().toLowerCase(Locale.ROOT).startsWith(GITHUB)
                && !isToAll(test.condition().values().get(0));
    }

    private static boolean isToAll(JsonNode value) {
        List<ValuePart> pieces = CloudFormationExpression.pieces(value);
        if (pieces.isEmpty()) {
            return true;
        }
        return pieces.get(0) instanceof ValuePart.Text text
                && (text.text().startsWith("*")
                        || (pieces.size() == 1 && text.text().isBlank()));
    }

    private static String refusal(JsonNode provider, StatementEvaluator statement) {
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

    static Stream<RuleMatch> illegalCharacters(LintContext policy) {
        return policy.policy()
                .document()
                .toJson()
                .codePoints()
                .filter(c -> c > 0xFF)
                .distinct()
                .mapToObj(c -> RuleMatch.at(
                        "",
                        String.format(
                                "policy holds U+%04X, \"%s\", and the deployment fails", c, Character.toString(c))));
    }

    static Stream<RuleMatch> overLargestQuota(LintContext policy) {
        return longerThan(policy, PolicyDocument.LARGEST_QUOTA, Integer.MAX_VALUE);
    }

    static Stream<RuleMatch> overDefaultQuota(LintContext policy) {
        return longerThan(policy, PolicyDocument.DEFAULT_QUOTA, PolicyDocument.LARGEST_QUOTA);
    }

    private static Stream<RuleMatch> longerThan(LintContext policy, int quota, int atMost) {
        int length = policy.policy().document().length();
        return length > quota && length <= atMost
                ? Stream.of(RuleMatch.at(
                        "",
                        "policy has " + length
                                + " characters without blanks, and the deployment fails with \"Cannot exceed quota for "
                                + "ACLSizePerRole: " + quota + "\""))
                : Stream.empty();
    }
}
