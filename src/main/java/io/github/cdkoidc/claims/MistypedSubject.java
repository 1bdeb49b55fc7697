package io.github.cdkoidc.claims;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value that a policy compares {@code sub} with, and what it would be without one typing mistake. Where the mistake is not there, each
 * method returns the text as it is.
 *
 * @param text the value
 */
public record MistypedSubject(String text) {

    private static final String BLANK = "[\\s\\u00a0]*";
    private static final Pattern AROUND = Pattern.compile("^[\\s\\u00a0\"'`]+|[\\s\\u00a0\"'`]+$");
    private static final Pattern BLANKS = Pattern.compile(BLANK + "([:/@])" + BLANK);
    private static final Pattern NO_REPO = Pattern.compile(
            "(?!" + SubjectFormat.REPOSITORY + ")(?:(?i:repos?|repository|repositories|github)[:=/])?/*(?=[^:/]+/)");
    private static final Pattern SLASHES = Pattern.compile("^(" + SubjectFormat.REPOSITORY + ")[:/]+");
    private static final Pattern HOST = Pattern.compile(
            "(?:(?:https?|git|ssh)://)?(?:[a-z]+@)?(?:(?:www|api)\\.)?github\\.com(?:/repos)?[:/]+|https?://",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern GIT = Pattern.compile("\\.git(?=[:@]|$)");
    private static final Pattern TAIL =
            Pattern.compile("(" + SubjectFormat.REPOSITORY + "[^:/]+/[^:/]+)[:/]?(.*)", Pattern.DOTALL);
    private static final Pattern REF_WORDS = Pattern.compile(
            "(?:refs?[:/=])?/?(?:refs?[:/])?(?:(?:heads?|branch(?:es)?|branch_name|tags?|head_ref|base_ref)[:/=])?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ENVIRONMENT_WORDS =
            Pattern.compile("(?:env|envs|environments?|deployment)[:/=]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern PULL_REQUEST_WORDS = Pattern.compile(
            "(?:" + SubjectFormat.REF
                    + ")?(?:refs/)?(?:event(?:_name)?[:/=])?(?:pulls?|pull[-_ ]?requests?|prs?)(?:[:/].*)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PLACEHOLDER = Pattern.compile("<[^<>]*>|\\[[^\\[\\]]*]|\\$?\\{+[^{}]*}+"
            + "|(?i:(?:your|my|the)[-_]?(?:github|gh)?[-_]?(?:org(?:ani[sz]ation)?|owner|user(?:name)?|account|repo(?:sitory)?|project|branch"
            + "|env(?:ironment)?)(?:[-_]?name)?(?=[/@:]|$))"
            + "|(?<=[:/])(?:(?:GITHUB|GH)_?)?(?:ORG|ORGANI[SZ]ATION|OWNER|USER|USERNAME|ACCOUNT|REPO|REPOSITORY|BRANCH|ENV|ENVIRONMENT)"
            + "(?:[-_]?NAME)?(?=[/@:]|$)");

    /** Without blanks and quotes around it and around its separators. */
    public String withoutBlanks() {
        return BLANKS.matcher(AROUND.matcher(text).replaceAll("")).replaceAll("$1");
    }

    /** With the {@code repo:} that GitHub writes first. */
    public String withRepository() {
        Matcher start = NO_REPO.matcher(text);
        String rest = start.lookingAt() ? text.substring(start.end()) : text;
        return start.lookingAt()
                ? SubjectFormat.REPOSITORY + rest
                : SLASHES.matcher(text).replaceFirst("$1");
    }

    /** Without the host, or the whole URL, before the owner. */
    public String withoutHost() {
        return HOST.matcher(text).replaceFirst("");
    }

    /** Without the {@code .git} of a URL. */
    public String withoutGit() {
        return GIT.matcher(text).replaceFirst("");
    }

    /** With a context, if it has none. */
    public String withContext(SubjectContext context) {
        Matcher parts = TAIL.matcher(text);
        return parts.matches() && parts.group(2).isEmpty()
                ? parts.group(1) + SubjectFormat.SEPARATOR + context.text()
                : text;
    }

    /** With its context in GitHub's words, if it holds the same kind of context in others. */
    public String inWordsOf(SubjectContext context) {
        Matcher parts = TAIL.matcher(text);
        if (!parts.matches() || parts.group(2).isEmpty()) {
            return text;
        }
        String before = parts.group(1) + SubjectFormat.SEPARATOR;
        String tail = parts.group(2);
        if (context instanceof SubjectContext.Ref ref) {
            String prefix = GitRef.prefixOf(ref.ref());
            Matcher words = REF_WORDS.matcher(tail);
            boolean whole = tail.startsWith(SubjectFormat.REF + "refs/");
            String rest = words.lookingAt() ? tail.substring(words.end()) : tail;
            boolean other = words.lookingAt() && otherKind(words.group(), prefix);
            return prefix.isEmpty() || other || (whole && !words.group().isEmpty() && isRef(tail))
                    ? text
                    : before + SubjectFormat.REF + prefix + rest;
        }
        if (context instanceof SubjectContext.Environment) {
            Matcher words = ENVIRONMENT_WORDS.matcher(tail);
            return words.lookingAt() ? before + SubjectFormat.ENVIRONMENT + tail.substring(words.end()) : text;
        }
        return PULL_REQUEST_WORDS.matcher(tail).matches() ? before + context.text() : text;
    }

    private static boolean isRef(String tail) {
        return !GitRef.prefixOf(tail.substring(SubjectFormat.REF.length())).isEmpty();
    }

    /** Whether the words before a name say that it is a tag, and a branch is wanted, or the reverse. */
    private static boolean otherKind(String words, String prefix) {
        String folded = words.toLowerCase(Locale.ROOT);
        boolean tag = folded.contains("tag");
        boolean branch = folded.contains("head") || folded.contains("branch");
        return prefix.contains("tags") ? branch : tag;
    }

    /** What a run presents, if this is the same but for placeholders that nobody has filled. */
    public String withPlaceholdersFilled(String presented) {
        Matcher placeholders = PLACEHOLDER.matcher(text);
        StringBuilder pattern = new StringBuilder();
        int from = 0;
        while (placeholders.find()) {
            pattern.append(quoted(text.substring(from, placeholders.start()))).append("[^:/]+");
            from = placeholders.end();
        }
        return from > 0 && presented.matches(pattern + quoted(text.substring(from))) ? presented : text;
    }

    private static String quoted(String literal) {
        return Pattern.quote(literal).replace("*", "\\E.*\\Q");
    }

    /** With the one context that GitHub writes, if it holds both the environment and the ref. */
    public String withOneContext(SubjectContext context) {
        for (ParsedSubject parsed : SubjectFormat.parse(text).stream().toList()) {
            List<String> other = SubjectFormat.parse(parsed.after()).stream()
                    .map(after -> after.context().text())
                    .toList();
            if (!other.isEmpty()) {
                return parsed.before() + context.text();
            }
        }
        return text;
    }
}
