package io.github.cdkoidc.soundness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text of a policy as IAM compares it. What only the deployment or the request knows, a parameter or a policy variable, may be any
 * text, so a value that could match with it is unknown; a parameter whose text is given is that text.
 */
final class OracleText {

    /** How a text is compared. */
    enum Comparison {
        EXACT,
        IGNORING_CASE,
        PATTERN,
        PATTERN_IGNORING_CASE
    }

    private static final char ANY = '\uE000';
    private static final char LITERAL = '\uE001';
    private static final Pattern PIECE = Pattern.compile("\\$\\{([^}]*)}");

    private final List<Pattern> alternatives = new ArrayList<>();
    private boolean unknown;

    private OracleText() {}

    /**
     * Reads a value.
     *
     * @param value a text, number or boolean, or an object of CloudFormation
     * @param parameters the texts of parameters, by name
     * @param variables whether the policy's version has policy variables
     * @param comparison how it is compared
     */
    static OracleText of(JsonNode value, Map<String, String> parameters, boolean variables, Comparison comparison) {
        OracleText text = new OracleText();
        for (String alternative : text.alternatives(value, parameters)) {
            text.alternatives.add(text.compile(variables ? variables(alternative) : alternative, comparison));
        }
        return text;
    }

    /** Whether the text of a request matches. */
    Certainty matches(String actual) {
        long matching = alternatives.stream()
                .filter(pattern -> pattern.matcher(actual).matches())
                .count();
        if (matching == 0) {
            return Certainty.FALSE;
        }
        return unknown || matching < alternatives.size() ? Certainty.UNKNOWN : Certainty.TRUE;
    }

    private List<String> alternatives(JsonNode value, Map<String, String> parameters) {
        if (value.isValueNode()) {
            return List.of(value.asText());
        }
        if (value.path("Ref").isTextual()) {
            return List.of(parameters.getOrDefault(value.get("Ref").asText(), String.valueOf(ANY)));
        }
        if (value.path("Fn::Sub").isTextual()) {
            return List.of(substituted(value.get("Fn::Sub").asText(), parameters));
        }
        if (value.path("Fn::If").size() == 3) {
            return Stream.of(1, 2)
                    .flatMap(branch -> alternatives(value.get("Fn::If").get(branch), parameters).stream())
                    .toList();
        }
        return List.of(String.valueOf(ANY));
    }

    private static String substituted(String text, Map<String, String> parameters) {
        return replaced(text, piece -> {
            String name = piece.group(1);
            return name.startsWith("!")
                    ? "${" + name.substring(1) + "}"
                    : parameters.getOrDefault(name, String.valueOf(ANY));
        });
    }

    /** Policy variables may be any text, and <code>${*}</code>, <code>${?}</code> and <code>${$}</code> are the characters. */
    private static String variables(String text) {
        return replaced(
                text, piece -> piece.group(1).matches("[*?$]") ? LITERAL + piece.group(1) : String.valueOf(ANY));
    }

    private static String replaced(String text, Function<MatchResult, String> replacement) {
        return PIECE.matcher(text).replaceAll(piece -> Matcher.quoteReplacement(replacement.apply(piece)));
    }

    private Pattern compile(String text, Comparison comparison) {
        boolean pattern = comparison == Comparison.PATTERN || comparison == Comparison.PATTERN_IGNORING_CASE;
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ANY) {
                unknown = true;
                regex.append(".*");
            } else if (c == LITERAL) {
                regex.append(Pattern.quote(text.substring(++i, i + 1)));
            } else if (pattern && c == '*') {
                // Runs of them once, because a regular expression tries every split.
                regex.append(regex.toString().endsWith(".*") ? "" : ".*");
            } else if (pattern && c == '?') {
                regex.append('.');
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        boolean folds = comparison == Comparison.IGNORING_CASE || comparison == Comparison.PATTERN_IGNORING_CASE;
        return Pattern.compile(regex.toString(), Pattern.DOTALL | (folds ? Pattern.CASE_INSENSITIVE : 0));
    }
}
