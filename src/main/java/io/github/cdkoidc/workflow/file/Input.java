package io.github.cdkoidc.workflow.file;

import io.github.cdkoidc.workflow.expression.ExpressionValue;
import io.github.cdkoidc.workflow.expression.Template;
import java.util.List;
import java.util.Optional;

/**
 * An input of {@code workflow_dispatch} or {@code workflow_call}.
 *
 * @param type {@code string}, {@code boolean}, {@code number}, {@code choice} or {@code environment}
 * @param defaultValue what it is unless it is given
 * @param options what a {@code choice} can be
 */
public record Input(String type, Optional<Template> defaultValue, List<String> options) {

    public Input {
        options = List.copyOf(options);
    }

    /** What the type allows, if that is a short list. */
    public List<ExpressionValue> choices() {
        return switch (type) {
            case "boolean" -> List.of(ExpressionValue.FALSE, ExpressionValue.TRUE);
            case "choice" ->
                options.stream().distinct().map(ExpressionValue::of).toList();
            default -> List.of();
        };
    }

    /** What an input is that is not given and has no default. */
    public ExpressionValue empty() {
        return switch (type) {
            case "boolean" -> ExpressionValue.FALSE;
            case "number" -> ExpressionValue.plain("0");
            default -> ExpressionValue.of("");
        };
    }
}
