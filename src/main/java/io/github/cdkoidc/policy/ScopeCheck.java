package io.github.cdkoidc.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cdkoidc.claims.GitHubIssuer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * IAM's check of an Allow statement for GitHub's provider, made when a trust policy is written. It is shallow: it looks at operators,
 * keys and first values, and decides no token. {@code …IfExists}, negated operators and {@code Null} do not count, {@code ForAnyValue:}
 * and {@code ForAllValues:} do.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html">IAM: create a role for OIDC
 *     federation</a>
 */
public final class ScopeCheck {

    /** IAM's answer. */
    public enum Answer {
        ACCEPTED,
        /** Neither {@code sub} nor {@code job_workflow_ref} is tested. */
        UNTESTED,
        /** They are tested in no way that counts. */
        UNCOUNTED,
        /** One operator tests both, and one of the two is not scoped. */
        LOOSE_BESIDE
    }

    private static final String GITHUB = GitHubIssuer.GITHUB_COM.name();
    private static final Set<OperatorKind> COUNTED =
            Set.of(OperatorKind.STRING_EQUALS, OperatorKind.STRING_LIKE, OperatorKind.STRING_EQUALS_IGNORE_CASE);
    private static final Set<String> DEMANDED = Set.of("sub", "job_workflow_ref");

    private ScopeCheck() {}

    /** Whether IAM makes the check for the provider of an issuer: of github.com, and of any URL that begins like its. */
    public static boolean isMadeFor(String url) {
        return GitHubIssuer.withoutScheme(url).toLowerCase(Locale.ROOT).startsWith(GITHUB);
    }

    /**
     * IAM's answer to the conditions of a statement. Where one operator tests both claims, both have to be scoped, whatever another
     * operator tests.
     */
    public static Answer of(List<Condition> conditions) {
        Map<ConditionOperator, List<Condition>> blocks = new LinkedHashMap<>();
        boolean tested = false;
        for (Condition condition : conditions) {
            if (isDemanded(condition)) {
                tested = true;
                if (isCounted(condition.operator())) {
                    blocks.computeIfAbsent(condition.operator(), none -> new ArrayList<>())
                            .add(condition);
                }
            }
        }
        Answer answer = tested ? Answer.UNCOUNTED : Answer.UNTESTED;
        for (List<Condition> block : blocks.values()) {
            if (block.stream().allMatch(ScopeCheck::isScoped)) {
                answer = Answer.ACCEPTED;
            } else if (block.size() > 1) {
                return block.stream().anyMatch(ScopeCheck::isScoped) ? Answer.LOOSE_BESIDE : Answer.UNCOUNTED;
            }
        }
        return answer;
    }

    /** Whether it tests {@code sub} or {@code job_workflow_ref} of GitHub. */
    public static boolean isDemanded(Condition condition) {
        String key = condition.key().toLowerCase(Locale.ROOT);
        return key.startsWith(GITHUB) && DEMANDED.contains(key.substring(key.lastIndexOf(':') + 1));
    }

    private static boolean isCounted(ConditionOperator operator) {
        return COUNTED.contains(operator.comparison()) && !operator.ifExists();
    }

    /** Whether its first value neither is blank nor starts with a star. IAM reads no other. */
    public static boolean isScoped(Condition condition) {
        return condition.values().isEmpty() || !isToAll(condition.values().get(0));
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
}
