package io.github.cdkoidc.trust;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.json.JsonTree;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Finds other ways into a role that GitHub's runs assume. */
final class SideDoors {

    private static final Set<String> HARMLESS =
            Set.of("sts:assumerolewithwebidentity", "sts:tagsession", "sts:setsourceidentity");

    private SideDoors() {}

    static Stream<Evidence> of(TrustRule rule, Inspection policy) {
        return policy.statements().stream()
                .filter(statement -> statement.statement().effect() == Effect.ALLOW)
                .flatMap(SideDoors::of);
    }

    private static Stream<Evidence> of(StatementJudge judge) {
        Statement statement = judge.statement();
        List<String> others = others(judge);
        if (!others.isEmpty()) {
            return Stream.of(Evidence.at(
                    Place.of(judge.number()) + "/" + statement.principals().element(),
                    "principal " + String.join(", ", others) + " can assume the role too"));
        }
        return statement.actions().values().stream()
                .filter(action -> statement.actions().negated() || isOther(action))
                .limit(1)
                .map(action -> Evidence.at(
                        Place.of(judge.number()) + "/" + statement.actions().element(),
                        statement.actions().element() + " " + action + " allows more than web identities"));
    }

    /** The principals that are surely no provider of GitHub's. */
    private static List<String> others(StatementJudge judge) {
        List<JsonNode> providers = judge.principals().ofIssuers(GitHubIssuer::isOne);
        return judge.statement().principals().values().entrySet().stream()
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
