package io.github.cdkoidc.trust;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Finds other ways into a role that GitHub's runs assume. */
final class SideDoors {

    private static final Set<String> HARMLESS =
            Set.of("sts:assumerolewithwebidentity", "sts:tagsession", "sts:setsourceidentity");

    private SideDoors() {}

    static Stream<Evidence> of(Inspection policy) {
        return policy.isOfGitHub()
                ? policy.statements().stream()
                        .filter(statement -> statement.statement().effect() == Effect.ALLOW)
                        .flatMap(SideDoors::of)
                : Stream.empty();
    }

    private static Stream<Evidence> of(StatementJudge judge) {
        Statement statement = judge.statement();
        Stream<Evidence> actions = statement.actions().values().stream()
                .filter(action -> statement.actions().negated() || isOther(action))
                .map(action -> Evidence.at(
                        Place.of(judge) + "/" + statement.actions().element(),
                        statement.actions().element() + " " + action + " allows more than web identities"));
        Stream<Evidence> principals = statement.principals().values().entrySet().stream()
                .filter(principal -> principal.getKey() != PrincipalType.FEDERATED)
                .map(principal -> Evidence.at(
                        Place.of(judge) + "/" + statement.principals().element(),
                        principal.getKey().iamName() + " " + OneOrMany.of(principal.getValue())
                                + " can assume the role too"));
        return Stream.concat(actions.limit(1), principals);
    }

    private static boolean isOther(JsonNode action) {
        return action.isTextual() && !HARMLESS.contains(action.asText().toLowerCase(Locale.ROOT));
    }
}
