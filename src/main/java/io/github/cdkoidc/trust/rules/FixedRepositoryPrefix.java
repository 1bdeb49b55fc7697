package io.github.cdkoidc.trust.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cdkoidc.claims.SubjectValue;
import io.github.cdkoidc.policy.CloudFormationExpression;
import io.github.cdkoidc.policy.ConditionOperator;
import io.github.cdkoidc.policy.ValuePart;
import java.util.List;
import java.util.Set;

/**
 * Spares a question whose answer is known. Whatever template a repository chooses, GitHub alone writes what stands behind {@code
 * repo:} at the start of {@code sub}, so where each value starts with {@code repo:} and a whole owner, no customised {@code sub} of
 * a repository outside the policy can match.
 */
final class FixedRepositoryPrefix {

    private static final Set<ConditionOperator> PLAIN =
            Set.of(ConditionOperator.STRING_EQUALS, ConditionOperator.STRING_LIKE);

    private FixedRepositoryPrefix() {}

    static boolean isDemandedBy(AllowStatement statement) {
        return statement.conditionsOn(AllowStatement.SUBJECT).stream()
                .filter(test -> PLAIN.contains(test.condition().operator()))
                .anyMatch(test -> test.condition().values().stream().allMatch(FixedRepositoryPrefix::startsWithOwner));
    }

    private static boolean startsWithOwner(JsonNode value) {
        List<ValuePart> pieces = CloudFormationExpression.pieces(value);
        return !pieces.isEmpty()
                && pieces.get(0) instanceof ValuePart.Text text
                && new SubjectValue(text.text()).startsWithOwner();
    }
}
