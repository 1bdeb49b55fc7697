package io.github.cdkoidc.internal.spelling;

import io.github.cdkoidc.claims.SubjectFormat;
import io.github.cdkoidc.internal.spelling.SpellingMistake.Certainty;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds values that no token presents for a claim. */
public final class ClaimSpelling {

    private static final String AUDIENCE = "sts.amazonaws.com";
    private static final Pattern REGIONAL = Pattern.compile("(?:https?:/+)?sts\\.[a-z0-9-]+\\.amazonaws\\.com/*");
    private static final Pattern NUMBER = Pattern.compile("[\\d*?]*");
    private static final Pattern URL =
            Pattern.compile("^(?:[a-z+]+:/+(?:[^/@]*[@])?[^/:]+[/:]+|git[@][^/:]+[/:]+|github\\.com/+)");
    private static final Pattern GIT = Pattern.compile("\\.git/*$");
    private static final Pattern BARE_FILE =
            Pattern.compile("^([^/]+/[^/]+)/(?:\\./)?(?!\\.github/)([^/]+\\.ya?ml)(?=@|$)");
    private static final Pattern VERSION = Pattern.compile("^([^@]+@)([^@]+)$");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");

    private ClaimSpelling() {}

    /** What is wrong with a value of a claim, which may hold wildcards. */
    public static Optional<SpellingMistake> mistake(String claim, String value) {
        if (claim.equals("sub")) {
            return SubjectSpelling.mistake(value);
        }
        Correction correction = new Correction(value);
        if (Blanks.isIn(value)) {
            blanks(correction, claim);
        }
        switch (claim) {
            case "aud" -> audience(correction);
            case "ref" -> ref(correction);
            case "environment" -> environment(correction);
            case "repository" -> repository(correction);
            case "job_workflow_ref" -> file(correction);
            case "repository_id", "repository_owner_id", "actor_id", "enterprise_id" -> number(correction);
            default -> {}
        }
        return correction.mistake();
    }

    /** Names of environments and workflows may begin or end with a blank, as far as is known. */
    private static void blanks(Correction value, String claim) {
        if (List.of("environment", "workflow", "aud").contains(claim)) {
            value.doubt(Certainty.UNLIKELY);
        }
        value.write(Blanks.stripped(value.text()), "has a blank before or behind it");
    }

    private static void audience(Correction value) {
        String text = value.text();
        String bare = text.replaceFirst("^https?:/+", "").replaceFirst("/+$", "");
        boolean meant = bare.equalsIgnoreCase(AUDIENCE)
                || REGIONAL.matcher(text).matches()
                || EditDistance.isNear(bare, AUDIENCE, 2);
        if (meant && !text.equals(AUDIENCE)) {
            value.doubt(Certainty.UNLIKELY);
            value.write(AUDIENCE, "is nearly the audience that the login action asks for");
        }
    }

    private static void ref(Correction value) {
        String text = value.text();
        if (!RefSpelling.isFull(text)
                && !text.isEmpty()
                && !text.startsWith("*")
                && !text.startsWith("refs/pull/")
                && !text.equalsIgnoreCase(RefSpelling.full(text))) {
            value.write(RefSpelling.full(text), "is not the whole ref, which begins with refs/heads/ or refs/tags/");
        }
    }

    private static void environment(Correction value) {
        String lead = SubjectFormat.ENVIRONMENT;
        if (value.text().startsWith(lead) && value.text().length() > lead.length()) {
            value.doubt(Certainty.UNLIKELY);
            value.write(value.text().substring(lead.length()), "says environment: before the name, as only sub does");
        }
    }

    private static void repository(Correction value) {
        lead(value);
        value.replace(GIT, "", "has .git behind the repository, which is of its URL and not of its name");
    }

    private static void lead(Correction value) {
        if (value.text().startsWith(SubjectFormat.REPOSITORY)) {
            value.write(
                    value.text().substring(SubjectFormat.REPOSITORY.length()),
                    "says repo: before the repository, as only sub does");
        }
        value.replace(URL, "", "holds a URL, where GitHub writes OWNER/NAME and no host");
    }

    private static void file(Correction value) {
        lead(value);
        value.replace(BARE_FILE, "$1/.github/workflows/$2", "leaves .github/workflows/ out");
        Matcher version = VERSION.matcher(value.text());
        if (value.text().indexOf('@') < 0) {
            value.example(
                    value.text() + "@" + RefSpelling.EXAMPLE,
                    "ends without @ and the ref of the file that is called, such as @refs/heads/main");
        } else if (version.matches() && isShort(version.group(2))) {
            value.write(
                    version.group(1) + RefSpelling.full(version.group(2)),
                    "does not hold the whole ref of the file behind @, such as @refs/heads/main");
        }
    }

    private static boolean isShort(String ref) {
        return !RefSpelling.isFull(ref)
                && !ref.startsWith("*")
                && !ref.startsWith("refs/pull/")
                && !COMMIT.matcher(ref).matches();
    }

    private static void number(Correction value) {
        if (!NUMBER.matcher(value.text()).matches()) {
            value.example("456789", "is not a number, and GitHub's ids are");
        }
    }
}
