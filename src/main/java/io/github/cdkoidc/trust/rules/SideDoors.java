package io.github.cdkoidc.trust.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.internal.evaluate.StatementEvaluator;
import io.github.cdkoidc.internal.json.JsonTree;
import io.github.cdkoidc.policy.Effect;
import io.github.cdkoidc.policy.PolicyPointer;
import io.github.cdkoidc.policy.PrincipalType;
import io.github.cdkoidc.policy.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Finds other ways to assume a role that GitHub's runs assume. */
final class SideDoors {

    private static final Set<String> HARMLESS =
            Set.of("sts:assumerolewithwebidentity", "sts:tagsession", "sts:setsourceidentity");

    private SideDoors() {}

    static Stream<RuleMatch> of(LintContext policy) {
        return policy.policy().statements().stream()
                .filter(statement -> statement.statement().effect() == Effect.ALLOW)
                .filter(statement -> !NearMisses.isOne(policy.policy(), statement))
                .flatMap(SideDoors::of);
    }

    private static Stream<RuleMatch> of(StatementEvaluator evaluator) {
        Statement statement = evaluator.statement();
        List<String> others = others(evaluator);
        if (!others.isEmpty()) {
            return Stream.of(RuleMatch.at(
                    PolicyPointer.of(evaluator.number()) + "/"
                            + statement.principals().element(),
                    "principal " + String.join(", ", others) + " can assume the role as well"));
        }
        return statement.actions().values().stream()
                .filter(action -> statement.actions().negated() || isOther(action))
                .limit(1)
                .map(action -> RuleMatch.at(
                        PolicyPointer.of(evaluator.number()) + "/"
                                + statement.actions().element(),
                        statement.actions().element() + " " + action + " allows more than web identities"));
    }

    /** The principals that are surely not a provider of GitHub. */
    private static List<String> others(StatementEvaluator evaluator) {
        List<JsonNode> providers = evaluator.principals().ofIssuers(GitHubIssuer::isOne);
        return evaluator.statement().principals().values().entrySet().stream()
                .flatMap(principals -> principals.getValue().stream()
                        .filter(value -> principals.getKey() != PrincipalType.FEDERATED || value.isTextual())
                        .filter(value -> !providers.contains(value))
                        .map(JsonTree::text))
                .toList();
    }

    private static boolean isOther(JsonNode action) {
        return action.isTextual() && !HARMLESS.contains(action.asText().toLowerCase(Locale.ROOT));
    }
}
