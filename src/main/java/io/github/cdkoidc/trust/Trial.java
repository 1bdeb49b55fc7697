package io.github.cdkoidc.trust;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A condition and what a run presents for its key, the one or the other changed, to ask the evaluator what would become of it.
 *
 * @param condition the condition
 * @param presented what the run presents, if anything
 * @param run the run
 * @param language what the policy is written in
 */
record Trial(Condition condition, @Nullable String presented, Run run, Language language) {

    static Trial of(ConditionJudge test, Run run) {
        return new Trial(test.condition(), test.key().value(run), run, test.language());
    }

    ConditionKey key() {
        return new ConditionKey(condition.key(), language);
    }

    /** Whether the condition would hold. */
    Truth result() {
        return new ConditionJudge(condition, language).test(presented, run);
    }

    /** The same with something else presented. */
    Trial presenting(String other) {
        return new Trial(condition, other, run, language);
    }

    /** The same with another comparison. */
    Trial comparing(Comparison comparison) {
        return new Trial(
                new Condition(condition.operator().with(comparison), condition.key(), condition.values()),
                presented,
                run,
                language);
    }

    /** The same with changed texts among its values; nothing if none changes. */
    Optional<Trial> wanting(UnaryOperator<String> change) {
        Condition changed =
                condition.map(value -> value.isTextual() ? TextNode.valueOf(change.apply(value.asText())) : value);
        return changed.equals(condition) ? Optional.empty() : Optional.of(new Trial(changed, presented, run, language));
    }

    /** The first value that is a text. */
    Optional<String> firstText() {
        return condition.values().stream()
                .filter(value -> value.isTextual())
                .map(value -> value.asText())
                .findFirst();
    }
}
