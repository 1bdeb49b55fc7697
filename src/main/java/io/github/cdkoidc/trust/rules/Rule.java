package io.github.cdkoidc.trust.rules;

import java.util.Locale;
import java.util.regex.Pattern;

/** Id, severity, title, fix and source of a rule. */
public interface Rule {

    /** {@return the constant's name, such as {@code ANY_RUN}} */
    String name();

    /** {@return the rule's name, such as {@code anyRun}; it never changes} */
    default String id() {
        return Pattern.compile("_(.)")
                .matcher(name().toLowerCase(Locale.ROOT))
                .replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT));
    }

    /** {@return how bad every finding of this rule is} */
    Severity severity();

    /** {@return what is wrong, in one line} */
    String title();

    /** {@return what to do, in one line} */
    String fix();

    /** {@return the URL of the page of GitHub or AWS where it is documented} */
    String source();
}
