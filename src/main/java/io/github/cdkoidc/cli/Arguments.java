package io.github.cdkoidc.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The arguments of a command, as they were given. */
record Arguments(ParseResult parsed) {

    /** An option with a value. */
    static OptionSpec option(String name, String label, String description) {
        return OptionSpec.builder(name)
                .type(String.class)
                .paramLabel(label)
                .description(description)
                .build();
    }

    /** An option that may be given often. */
    static OptionSpec options(String name, String label, String description) {
        return OptionSpec.builder(name)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .paramLabel(label)
                .description(description)
                .build();
    }

    /** An option without a value. */
    static OptionSpec flag(String name, String description) {
        return OptionSpec.builder(name)
                .type(boolean.class)
                .description(description)
                .build();
    }

    /** One argument by position, which must be there. */
    static PositionalParamSpec positional(int index, String label, String description) {
        return PositionalParamSpec.builder()
                .index(String.valueOf(index))
                .type(String.class)
                .paramLabel(label)
                .required(true)
                .description(description)
                .build();
    }

    /** Arguments by position, as many as there are. */
    static PositionalParamSpec positionals(int least, String label, String description) {
        return PositionalParamSpec.builder()
                .index("0..*")
                .arity(least + "..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel(label)
                .required(least > 0)
                .description(description)
                .build();
    }

    Optional<String> value(String option) {
        return Optional.ofNullable(parsed.matchedOptionValue(option, (String) null));
    }

    List<String> values(String option) {
        return parsed.matchedOptionValue(option, List.of());
    }

    boolean has(String option) {
        return parsed.hasMatchedOption(option);
    }

    String positional(int index) {
        return parsed.matchedPositionalValue(index, "");
    }

    List<String> positionals() {
        return parsed.matchedPositionals().stream()
                .flatMap(given -> given.stringValues().stream())
                .toList();
    }

    /** What is said of arguments that do not go together. */
    ParameterException wrong(String why) {
        return new ParameterException(parsed.commandSpec().commandLine(), why);
    }
}
