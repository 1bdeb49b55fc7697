package io.github.cdkoidc.internal.spelling;

import io.github.cdkoidc.claims.SubjectFormat;
import io.github.cdkoidc.internal.spelling.SpellingMistake.Certainty;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Corrects what a {@code sub} has behind the repository: {@code ref:REF}, {@code environment:NAME} or {@code pull_request}. */
final class ContextSpelling {

    private static final String REF = SubjectFormat.REF;
    private static final String ENVIRONMENT = SubjectFormat.ENVIRONMENT;
    private static final String PULL_REQUEST = SubjectFormat.PULL_REQUEST;
    private static final String PULL_REQUEST_TARGET = PULL_REQUEST + "_target";

    private static final Pattern REPOSITORY =
            Pattern.compile("^(" + SubjectFormat.REPOSITORY + "[^:/]+/[^:/]+)(?:(:)(.*))?$", Pattern.DOTALL);
    private static final Pattern PULL =
            Pattern.compile("(?i)(?:pull[-_ ]?requests?|pulls?|prs?|merge[-_]requests?)(?:[:/#=@].*)?" + "|(?:" + REF
                    + ")?/?refs?/pulls?/.*");
    private static final Pattern ENVIRONMENTS =
            Pattern.compile("(?i)(?:env|envs|environments?|deployments?|stages?)(?:[:=]|/)+(.+)");
    private static final Pattern WORD = Pattern.compile("([A-Za-z_-]+)([:/=]+)(.+)", Pattern.DOTALL);
    private static final Pattern REF_LIKE =
            Pattern.compile("/*(?:refs?|git|heads?|branch(?:es)?|tags?)[:/=].*", Pattern.DOTALL);
    private static final Set<String> EVENTS = Set.of(
            "push", "release", "schedule", "workflow_dispatch", "workflow_run", "merge_group", "repository_dispatch");
    private static final Set<String> STAGES =
            Set.of("prod", "production", "dev", "development", "staging", "stage", "test", "qa", "uat");
    private static final List<String> BEGINNINGS =
            List.of(REF + RefSpelling.BRANCHES, REF + RefSpelling.TAGS, ENVIRONMENT, PULL_REQUEST);

    private ContextSpelling() {}

    /** Whether a text between two colons begins a context, or was meant to. */
    static boolean isContext(String text) {
        return SubjectFormat.isKey(text)
                || text.equals(PULL_REQUEST)
                || EVENTS.contains(text)
                || STAGES.contains(text)
                || PULL.matcher(text).matches()
                || ENVIRONMENTS.matcher(text + "=x").matches()
                || REF_LIKE.matcher(text + "=x").matches()
                || text.equals("main")
                || text.equals("master");
    }

    static void correct(Correction sub) {
        Matcher parts = REPOSITORY.matcher(sub.text());
        if (!parts.matches() || !isWholeName(parts.group(1))) {
            return;
        }
        String before = parts.group(1) + SubjectFormat.SEPARATOR;
        if (parts.group(2) == null) {
            sub.doubt(Certainty.CUSTOMISED);
            sub.example(
                    before + REF + RefSpelling.EXAMPLE,
                    "ends with the repository, and by default a context follows it (ref:, environment: or pull_request)");
        } else if (parts.group(3).isEmpty()) {
            sub.example(
                    before + REF + RefSpelling.EXAMPLE,
                    "has no context behind the last colon, where GitHub writes ref:, environment: or pull_request");
        } else {
            correct(sub, before, parts.group(3));
        }
    }

    private static boolean isWholeName(String repository) {
        return !repository.endsWith("*");
    }

    private static void correct(Correction sub, String before, String context) {
        String rest = behind(context);
        if (!rest.isEmpty()) {
            customised(sub, before, context.substring(0, context.length() - rest.length()), rest);
            return;
        }
        if (isWildEnough(context)) {
            return;
        }
        String colon = context.indexOf(SubjectFormat.SEPARATOR) < 0 ? "" : context.substring(0, context.indexOf(':'));
        if (!colon.equals("ref") && !colon.equals("environment") && SubjectFormat.isKey(colon)) {
            return;
        }
        pullRequest(sub, before, context);
    }

    /** What stands behind a whole context in a customised {@code sub}, with its colon. */
    private static String behind(String context) {
        int from = context.startsWith(PULL_REQUEST + SubjectFormat.SEPARATOR)
                ? PULL_REQUEST.length()
                : context.startsWith(REF)
                        ? context.indexOf(':', REF.length())
                        : context.startsWith(ENVIRONMENT) ? context.indexOf(':', ENVIRONMENT.length()) : -1;
        if (from < 0) {
            return "";
        }
        String rest = context.substring(from + 1);
        int colon = rest.indexOf(':');
        boolean key = rest.equals(PULL_REQUEST)
                || rest.startsWith("*")
                || (colon > 0 && SubjectFormat.isKey(rest.substring(0, colon)));
        return key ? context.substring(from) : "";
    }

    private static void customised(Correction sub, String before, String context, String rest) {
        boolean two = rest.startsWith(SubjectFormat.SEPARATOR + REF)
                || rest.startsWith(SubjectFormat.SEPARATOR + ENVIRONMENT)
                || rest.equals(SubjectFormat.SEPARATOR + PULL_REQUEST);
        if (rest.startsWith(SubjectFormat.SEPARATOR + "*")) {
            sub.doubt(Certainty.CUSTOMISED);
            sub.write(before + context, "demands more behind the context, and by default nothing follows it");
        }
        if (!two) {
            return;
        }
        boolean environmentLast = rest.startsWith(SubjectFormat.SEPARATOR + ENVIRONMENT);
        sub.doubt(Certainty.CUSTOMISED);
        sub.write(
                before + (environmentLast ? rest.substring(1) : context),
                "holds two contexts, and by default an environment replaces the ref in sub");
    }

    /** Whether a wildcard comes so early that the pattern may fit a context. */
    private static boolean isWildEnough(String context) {
        int star = context.indexOf('*');
        int mark = context.indexOf('?');
        int wild = star < 0 ? mark : mark < 0 ? star : Math.min(star, mark);
        if (wild < 0) {
            return false;
        }
        String fixed = context.substring(0, wild);
        return BEGINNINGS.stream()
                .anyMatch(beginning -> beginning.startsWith(fixed)
                        || (fixed.startsWith(beginning) && !beginning.equals(PULL_REQUEST)));
    }

    private static void pullRequest(Correction sub, String before, String context) {
        String folded = context.toLowerCase(Locale.ROOT);
        if (folded.equals(PULL_REQUEST)) {
            return;
        }
        if (folded.equals(PULL_REQUEST_TARGET) || EVENTS.contains(folded)) {
            sub.example(
                    before + REF + RefSpelling.EXAMPLE,
                    "names an event, which sub does not hold: such a run presents its ref");
        } else if (PULL.matcher(context).matches()) {
            sub.write(
                    before + PULL_REQUEST,
                    "says more or other than pull_request, the whole context of a pull request, whatever its number and branch");
        } else {
            environment(sub, before, context);
        }
    }

    private static void environment(Correction sub, String before, String context) {
        Matcher environment = ENVIRONMENTS.matcher(context);
        Matcher word = WORD.matcher(context);
        boolean plain = context.regionMatches(true, 0, ENVIRONMENT, 0, ENVIRONMENT.length());
        if (plain && context.length() > ENVIRONMENT.length()) {
            return;
        }
        if (environment.matches()) {
            name(sub, before + ENVIRONMENT + environment.group(1));
        } else if (word.matches() && EditDistance.isNear(word.group(1).toLowerCase(Locale.ROOT), "environment", 2)) {
            name(sub, before + ENVIRONMENT + word.group(3));
        } else if (plain) {
            sub.doubt(Certainty.UNLIKELY);
            sub.example(before + ENVIRONMENT + "production", "names no environment behind environment:");
        } else {
            ref(sub, before, context, word);
        }
    }

    private static void name(Correction sub, String corrected) {
        sub.write(corrected, "does not say environment: before the environment");
    }

    private static void ref(Correction sub, String before, String context, Matcher word) {
        if (context.regionMatches(true, 0, REF + RefSpelling.BRANCHES, 0, REF.length() + RefSpelling.BRANCHES.length())
                && !context.startsWith(REF + RefSpelling.BRANCHES)) {
            return;
        }
        boolean typo = word.matches() && EditDistance.isNear(word.group(1), "ref", 1);
        if (context.startsWith(REF) || REF_LIKE.matcher(context).matches()) {
            full(sub, before, context);
        } else if (typo) {
            full(sub, before, REF + word.group(3));
        } else if (context.indexOf(':') < 0) {
            boolean stage = STAGES.contains(context);
            sub.example(
                    before + (stage ? ENVIRONMENT + context : REF + RefSpelling.full(context)),
                    "names \"" + context + "\" and not what it is, ref: or environment:");
        }
    }

    private static void full(Correction sub, String before, String context) {
        String name = context.startsWith(REF) ? context.substring(REF.length()) : context;
        if (name.isEmpty() || (name.indexOf(':') >= 0 && RefSpelling.isFull(name))) {
            return;
        }
        String full = RefSpelling.full(name);
        sub.write(
                before + REF + full,
                "does not hold the whole ref as GitHub writes it, ref:refs/heads/BRANCH or ref:refs/tags/TAG");
    }
}
