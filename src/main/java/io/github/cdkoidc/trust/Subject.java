package io.github.cdkoidc.trust;

import io.github.cdkoidc.claims.SubjectFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A {@code sub} by its parts, be it a run's or a policy's.
 *
 * @param before what stands before the context, the repository as a rule
 * @param context {@code environment:NAME}, {@code pull_request} or {@code ref:REF}
 * @param after what stands behind it in a customised subject
 */
record Subject(String before, String context, String after) {

    private static final Pattern PARTS =
            Pattern.compile("((?:.*?:)??)(environment:[^:]*|pull_request|ref:[^:]*)((?::.*)?)", Pattern.DOTALL);

    private static final Pattern BARE_REF = Pattern.compile("(?<=:)(?<!ref:)refs/");
    private static final Pattern ENVIRONMENT = Pattern.compile("((?:^|.*?:)environment:)(.*)", Pattern.DOTALL);

    /** What is wanted of {@code sub}, with the {@code ref:} that is missing before the full name of a ref. */
    static String withRef(String wanted) {
        return BARE_REF.matcher(wanted).replaceFirst("ref:refs/");
    }

    /** What is wanted of {@code sub}, with the colons of the environment's name as GitHub writes them, if nothing follows the name. */
    static String withColonsEscaped(String wanted) {
        Matcher parts = ENVIRONMENT.matcher(wanted);
        return parts.matches() ? parts.group(1) + parts.group(2).replace(":", SubjectFormat.COLON) : wanted;
    }

    /** The parts, if there is a context. */
    static Optional<Subject> of(@Nullable String sub) {
        if (sub == null) {
            return Optional.empty();
        }
        Matcher parts = PARTS.matcher(sub);
        return parts.matches()
                ? Optional.of(new Subject(parts.group(1), parts.group(2), parts.group(3)))
                : Optional.empty();
    }

    boolean isOfEnvironment() {
        return context.startsWith("environment:");
    }

    boolean isOfPullRequest() {
        return context.equals("pull_request");
    }

    boolean isOfRef() {
        return context.startsWith("ref:");
    }

    /** The whole with another context. */
    String with(String other) {
        return before + other + after;
    }
}
