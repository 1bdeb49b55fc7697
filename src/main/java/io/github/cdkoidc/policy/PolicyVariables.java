package io.github.cdkoidc.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the policy variables of a value. {@code ${*}}, {@code ${?}} and {@code ${$}} are the characters themselves; what else stands
 * in braces behind a dollar sign is a key of the request, perhaps with a default in quotes.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">IAM: variables and tags</a>
 */
final class PolicyVariables {

    private static final Pattern CHARACTER = Pattern.compile("\\$\\{([*?$])\\}");
    private static final Pattern KEY = Pattern.compile("\\$\\{([^\\s{}'\",*?$]++)(\\}|\\s*+,\\s*+')");

    private final PolicyDialect language;
    private final List<ValuePart> pieces = new ArrayList<>();

    private PolicyVariables(PolicyDialect language) {
        this.language = language;
    }

    /** Takes the texts of a value apart. */
    static List<ValuePart> in(List<ValuePart> parts, PolicyDialect language) {
        PolicyVariables text = new PolicyVariables(language);
        for (ValuePart part : parts) {
            if (part instanceof ValuePart.Text known) {
                text.read(known.text());
            } else {
                text.pieces.add(part);
            }
        }
        return List.copyOf(text.pieces);
    }

    private void read(String text) {
        int from = 0;
        for (int start = text.indexOf("${"); start >= 0; start = text.indexOf("${", from)) {
            addText(text.substring(from, start));
            from = addVariable(text, start);
        }
        addText(text.substring(from));
    }

    private void addText(String text) {
        if (!text.isEmpty()) {
            pieces.add(new ValuePart.Text(text));
        }
    }

    /** Adds what starts at a dollar sign with a brace, and says where it ends. */
    private int addVariable(String text, int start) {
        Matcher character = CHARACTER.matcher(text).region(start, text.length());
        if (character.lookingAt()) {
            pieces.add(new ValuePart.Exact(character.group(1)));
            return character.end();
        }
        Matcher key = KEY.matcher(text).region(start, text.length());
        boolean found = key.lookingAt();
        boolean plain = found && key.group(2).equals("}");
        int end = plain ? key.end() : found ? closed(text, key.end()) : -1;
        if (end < 0) {
            pieces.add(new ValuePart.Unreadable(text.substring(start)));
            return text.length();
        }
        Optional<String> fallback = plain
                ? Optional.empty()
                : Optional.of(text.substring(key.end(), end - 2).replace("''", "'"));
        pieces.add(
                new ValuePart.Variable(text.substring(start, end), new ConditionKey(key.group(1), language), fallback));
        return end;
    }

    /** Where a variable ends whose default starts here, or -1. Two quotes in a default are one. */
    private static int closed(String text, int from) {
        int quote = text.indexOf('\'', from);
        while (quote >= 0 && text.startsWith("''", quote)) {
            quote = text.indexOf('\'', quote + 2);
        }
        return quote >= 0 && text.startsWith("'}", quote) ? quote + 2 : -1;
    }
}
