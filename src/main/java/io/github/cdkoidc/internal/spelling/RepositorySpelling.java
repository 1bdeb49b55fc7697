package io.github.cdkoidc.internal.spelling;

import io.github.cdkoidc.claims.SubjectFormat;
import io.github.cdkoidc.internal.spelling.SpellingMistake.Certainty;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Corrects what a {@code sub} starts with: {@code repo:OWNER/NAME:}. */
final class RepositorySpelling {

    private static final String REPO = SubjectFormat.REPOSITORY;
    private static final String NAME = "[^:/@\\s]+";

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0]*+(:)[\\s\\u00a0]*+");
    private static final Pattern QUOTES = Pattern.compile("^(?<quote>[\"'`])(.*)\\k<quote>$", Pattern.DOTALL);
    private static final Pattern PLACEHOLDER = Pattern.compile("<[^<>]*>|\\[[^\\[\\]]*\\]|(?<!\\$)\\{[^{}]*\\}");
    private static final Pattern URL = Pattern.compile(
            "^(" + REPO + ")?(?:(?:[a-z+]+:/+(?:[^/@]*[@])?|git@)[^:/]+|(?:[\\w-]+\\.)+[a-z]{2,})[:/]+(?=" + NAME + "/"
                    + NAME + ")");
    private static final Pattern GIT = Pattern.compile("^((?:" + REPO + ")?" + NAME + "/[^:/@]+?)\\.git/*(?=[:@]|$)");
    private static final Pattern WORD = Pattern.compile("^([A-Za-z_-]+)([:=]+/*|/+)(?=" + NAME + "/" + NAME + ")");
    private static final Pattern BARE = Pattern.compile("^[:/]*(?=[^:/\\s]+/[^:/\\s]+)(?!" + REPO + ")");
    private static final Pattern SLASHES = Pattern.compile("^(" + REPO + ")(?:" + REPO + "|[:/])+");
    private static final Pattern BLANK_NAME = Pattern.compile("^(" + REPO + "[^:/]*?)[\\s\\u00a0]*(/)[\\s\\u00a0]*");
    private static final Pattern TWO_SLASHES = Pattern.compile("^(" + REPO + "[^:/]+)/{2,}");
    private static final Pattern NO_COLON =
            Pattern.compile("^(" + REPO + "[^:/]+/[^:/@#]+(?:[@]\\d+)?)(?:/+|[@#]{1}(?=[^\\d*?]))(?=[^:/]|$)");
    private static final Pattern TWO_COLONS = Pattern.compile("^(" + REPO + "[^:/]+/[^:/]+):{2,}");
    private static final Pattern COLON_FOR_SLASH = Pattern.compile("^(" + REPO + NAME + "):(" + NAME + ")(?=$|:)");
    private static final Pattern ONE_NUMBER =
            Pattern.compile("^" + REPO + "([^:/@]+)([@][^:/@]+)?/([^:/@]+)([@][^:/@]+)?(?=$|:)");
    private static final Pattern OWNER = Pattern.compile("^(" + REPO + NAME + "(?:[@]\\d+)?)/?(?=$|:)");

    private RepositorySpelling() {}

    static void correct(Correction sub) {
        blanks(sub);
        sub.replace(QUOTES, "$2", "stands in quotes of its own");
        placeholders(sub);
        sub.replace(URL, REPO, "holds a URL, where GitHub writes OWNER/NAME and no host");
        word(sub);
        if (!sub.text().startsWith(REPO)) {
            sub.replace(BARE, REPO, "does not start with repo:, which GitHub writes before the repository");
        }
        sub.replace(SLASHES, "$1", "has more than repo: before the repository");
        sub.replace(GIT, "$1", "has .git behind the repository, which is of its URL and not of its name");
        sub.replace(TWO_SLASHES, "$1/", "has an empty name between two slashes");
        sub.replace(NO_COLON, "$1:", "has no colon between repository and context");
        sub.replace(TWO_COLONS, "$1:", "has nothing between two colons");
        slash(sub);
        numbers(sub);
    }

    /** An environment's name may begin or end with a blank, as far as is known. */
    private static void blanks(Correction sub) {
        String text = sub.text();
        if (!Blanks.isIn(text)) {
            return;
        }
        int name = text.indexOf(SubjectFormat.ENVIRONMENT) + SubjectFormat.ENVIRONMENT.length();
        boolean inName = text.contains(SubjectFormat.ENVIRONMENT) && !Blanks.isIn(text.substring(0, name));
        if (inName && text.startsWith(REPO)) {
            sub.doubt(Certainty.UNLIKELY);
        }
        sub.write(
                BLANK_NAME
                        .matcher(BLANKS.matcher(Blanks.stripped(text)).replaceAll("$1"))
                        .replaceFirst("$1$2"),
                "has a blank before or behind a name, which GitHub does not write there");
    }

    private static void placeholders(Correction sub) {
        Matcher placeholder = PLACEHOLDER.matcher(sub.text());
        StringBuilder filled = new StringBuilder();
        int count = 0;
        while (placeholder.find()) {
            placeholder.appendReplacement(filled, count++ == 0 ? "octo-org" : count == 2 ? "octo-repo" : "main");
        }
        sub.example(placeholder.appendTail(filled).toString(), "has a placeholder left in, where the names belong");
    }

    /** {@code repository:}, {@code repos/}, {@code rpeo:}: a repository stands behind it, and it is no key of a template. */
    private static void word(Correction sub) {
        Matcher word = WORD.matcher(sub.text());
        if (!word.find() || sub.text().startsWith(REPO) || isInAnotherCase(word)) {
            return;
        }
        String typed = word.group(1);
        if (typed.matches("(?i)repo.*|gh|github|project")
                || EditDistance.isNear(typed, "repo", typed.length() < 4 ? 1 : 2)) {
            sub.write(
                    REPO + sub.text().substring(word.end()),
                    "starts with " + word.group().strip() + ", where GitHub writes repo:");
        }
    }

    /** {@code Repo:}, of which another rule speaks. */
    private static boolean isInAnotherCase(Matcher word) {
        return word.group(1).equalsIgnoreCase("repo") && word.group(2).equals(SubjectFormat.SEPARATOR);
    }

    private static void slash(Correction sub) {
        Matcher names = COLON_FOR_SLASH.matcher(sub.text());
        if (names.find() && !ContextSpelling.isContext(names.group(2)) && !isWild(names.group(2))) {
            sub.write(
                    names.group(1)
                            + SubjectFormat.SLASH
                            + names.group(2)
                            + sub.text().substring(names.end()),
                    "has a colon between owner and name, where GitHub writes a slash");
        }
        Matcher owner = OWNER.matcher(sub.text());
        if (owner.find() && !isWild(owner.group(1))) {
            sub.example(
                    owner.group(1) + SubjectFormat.SLASH + "octo-repo"
                            + sub.text().substring(owner.end()),
                    "names only one of owner and repository, and GitHub writes OWNER/NAME");
        }
    }

    private static boolean isWild(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    private static void numbers(Correction sub) {
        Matcher parts = ONE_NUMBER.matcher(sub.text());
        if (parts.find() && (parts.group(2) == null) != (parts.group(4) == null) && !isWild(parts.group())) {
            sub.write(
                    REPO
                            + parts.group(1)
                            + SubjectFormat.SLASH
                            + parts.group(3)
                            + sub.text().substring(parts.end()),
                    "has one number, where GitHub writes those of owner and repository or neither");
        }
    }
}
