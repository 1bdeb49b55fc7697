package io.github.cdkoidc.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.cdkoidc.trust.TrustPolicy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Policies of all that the model can say. */
public final class PolicyArbitraries {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private PolicyArbitraries() {}

    public static Arbitrary<TrustPolicy> policies() {
        return Combinators.combine(
                        Arbitraries.of(PolicyDocument.VERSION, PolicyDocument.OLD_VERSION),
                        texts().optional(),
                        statements().list().ofMinSize(1).ofMaxSize(3))
                .as((version, id, statements) -> TrustPolicy.of(new PolicyDocument(version, id, statements)));
    }

    private static Arbitrary<Statement> statements() {
        return Combinators.combine(
                        texts().optional(), Arbitraries.of(Effect.class), principals(), actions(), conditions())
                .as(PolicyArbitraries::statement);
    }

    private static Statement statement(
            Optional<String> sid, Effect effect, Principals principals, Actions actions, List<Condition> conditions) {
        Set<List<Object>> seen = new LinkedHashSet<>();
        List<Condition> distinct = new ArrayList<>(conditions);
        distinct.removeIf(condition -> !seen.add(List.of(condition.operator(), condition.key())));
        return new Statement(sid, effect, principals, actions, distinct);
    }

    private static Arbitrary<Principals> principals() {
        Arbitrary<PrincipalType> types = Arbitraries.of(
                PrincipalType.AWS, PrincipalType.FEDERATED, PrincipalType.SERVICE, PrincipalType.CANONICAL_USER);
        Arbitrary<Map<PrincipalType, List<JsonNode>>> listed =
                Arbitraries.maps(types, values()).ofMinSize(1).ofMaxSize(3);
        Arbitrary<Boolean> negated = Arbitraries.of(false, true);
        return Arbitraries.oneOf(
                Combinators.combine(negated, listed).as(Principals::new), negated.map(Principals::everyone));
    }

    private static Arbitrary<Actions> actions() {
        return Combinators.combine(Arbitraries.of(false, true), values()).as(Actions::new);
    }

    private static Arbitrary<List<Condition>> conditions() {
        Arbitrary<String> keys = Arbitraries.oneOf(
                texts().filter(key -> !key.isBlank()),
                Arbitraries.of("aws:SourceIp", "token.actions.githubusercontent.com:sub", "gitlab.com:sub"));
        return Combinators.combine(operators(), keys, values())
                .as(Condition::new)
                .list()
                .ofMaxSize(4);
    }

    public static Arbitrary<ConditionOperator> operators() {
        return Combinators.combine(
                        Arbitraries.of(OperatorKind.class),
                        Arbitraries.of(Quantifier.class),
                        Arbitraries.of(false, true))
                .as((comparison, quantifier, ifExists) ->
                        new ConditionOperator(comparison, quantifier, ifExists && comparison != OperatorKind.NULL));
    }

    private static Arbitrary<List<JsonNode>> values() {
        Arbitrary<JsonNode> values = Arbitraries.oneOf(
                texts().map(TextNode::valueOf),
                texts().map(text -> JSON.objectNode().put("Ref", text)),
                texts().map(text -> JSON.objectNode()
                        .set(
                                "Fn::Join",
                                JSON.arrayNode()
                                        .add("")
                                        .add(JSON.arrayNode().add(text).add(1)))));
        return values.list().ofMinSize(1).ofMaxSize(3);
    }

    public static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(8),
                Arbitraries.strings().withChars("${}*?',:/ab\"\\").ofMaxLength(10));
    }
}
