package io.github.cdkoidc.workflow;

import java.util.List;
import java.util.Optional;

/**
 * An input of {@code workflow_dispatch} or {@code workflow_call}.
 *
 * @param name the name
 * @param place where it is written
 * @param type {@code string}, {@code boolean}, {@code number}, {@code choice} or {@code environment}
 * @param defaultValue what it is if nobody gives it
 * @param options what a {@code choice} can be
 */
public record Input(String name, Place place, String type, Optional<Template> defaultValue, List<String> options) {

    /** Takes a copy. */
    public Input {
        options = List.copyOf(options);
    }

    /** What the type allows, if that is a short list. */
    List<Literal> choices() {
        return switch (type) {
            case "boolean" -> List.of(Literal.FALSE, Literal.TRUE);
            case "choice" -> options.stream().distinct().map(Literal::of).toList();
            default -> List.of();
        };
    }

    /** What an input is that nobody gives and that has no default. */
    Literal empty() {
        return switch (type) {
            case "boolean" -> Literal.FALSE;
            case "number" -> Literal.plain("0");
            default -> Literal.of("");
        };
    }
}
