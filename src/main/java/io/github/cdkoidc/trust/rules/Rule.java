package io.github.cdkoidc.trust.rules;

import java.util.Locale;

/** Id, severity, title, fix and source of a rule. */
public interface Rule {

    /** {@return the constant's name, such as {@code ANY_RUN}} */
    String name();

    /** {@return the rule's name, such as {@code anyRun}; it never changes} */
    default String id() {
        String[] words = name().toLowerCase(Locale.ROOT).split("_", -1);
        StringBuilder id = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            id.append(Character.toUpperCase(words[i].charAt(0))).append(words[i], 1, words[i].length());
        }
        return id.toString();
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
