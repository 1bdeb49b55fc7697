package io.github.cdkoidc.internal.spelling;

import io.github.cdkoidc.claims.SubjectFormat;
import java.util.Optional;

/**
 * Finds values of {@code sub} that GitHub never writes. It knows what people type; who admits what is for the evaluator to say.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/security/oidc#example-subject-claims">GitHub: example subject claims</a>
 */
public final class SubjectSpelling {

    private static final String REF = SubjectFormat.REF;

    private SubjectSpelling() {}

    /** What is wrong with a value, which may hold wildcards. */
    public static Optional<SpellingMistake> mistake(String value) {
        if (isPlain(value)) {
            return Optional.empty();
        }
        Correction correction = new Correction(value);
        if (!startsWithAnotherKey(value)) {
            RepositorySpelling.correct(correction);
            ContextSpelling.correct(correction);
        }
        return correction.mistake();
    }

    /** Whether nothing can be wrong: most values are so. */
    private static boolean isPlain(String value) {
        int slash = value.indexOf(SubjectFormat.SLASH);
        int colon = value.indexOf(SubjectFormat.SEPARATOR, SubjectFormat.REPOSITORY.length());
        if (!value.startsWith(SubjectFormat.REPOSITORY) || slash < 0 || slash > colon || Blanks.isIn(value)) {
            return false;
        }
        String context = value.substring(colon + 1);
        String repository = value.substring(0, colon);
        int last = context.lastIndexOf(SubjectFormat.SEPARATOR);
        return repository.indexOf(SubjectFormat.SLASH, slash + 1) < 0
                && !repository.endsWith(".git")
                && repository.indexOf('<') < 0
                && repository.indexOf('{') < 0
                && repository.indexOf('[') < 0
                && repository.indexOf(SubjectFormat.ID, slash) >= 0
                        == repository.lastIndexOf(SubjectFormat.ID, slash) >= 0
                && isPlainContext(context, last);
    }

    private static boolean isPlainContext(String context, int last) {
        return context.equals(SubjectFormat.PULL_REQUEST)
                || context.equals("*")
                || (last == SubjectFormat.ENVIRONMENT.length() - 1
                        && context.startsWith(SubjectFormat.ENVIRONMENT)
                        && last + 1 < context.length())
                || (last == REF.length() - 1
                        && RefSpelling.isFull(context.substring(last + 1))
                        && !context.endsWith("/"));
    }

    /** Whether it is a customised {@code sub} that does not start with the repository. */
    private static boolean startsWithAnotherKey(String value) {
        int colon = value.indexOf(SubjectFormat.SEPARATOR);
        String key = colon < 0 ? "" : value.substring(0, colon);
        return !key.equals("repo") && !key.equals("repository") && SubjectFormat.isKey(key);
    }
}
