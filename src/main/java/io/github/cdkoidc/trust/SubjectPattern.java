package io.github.cdkoidc.trust;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a policy's value for {@code sub} says of each part, with the characters of {@link Wildcards}. Where a wildcard may reach into
 * the next part, that part is anything.
 *
 * @param owner the owner's name
 * @param ownerId the owner's number, empty if the value has none
 * @param repository the repository's name
 * @param repositoryId the repository's number, empty if the value has none
 * @param context what stands behind
 */
record SubjectPattern(String owner, String ownerId, String repository, String repositoryId, String context) {

    private static final Pattern CONTEXT = Pattern.compile(".*?((?:environment:|ref:|pull_request).*)", Pattern.DOTALL);

    static SubjectPattern of(String value) {
        String any = Wildcards.anything();
        if (!value.startsWith("repo:")) {
            Matcher context = CONTEXT.matcher(value);
            return new SubjectPattern(any, any, any, any, context.matches() ? context.group(1) : any);
        }
        String[] halves = value.substring("repo:".length()).split(":", 2);
        String[] names = halves[0].split("/", 2);
        String[] owner = names[0].split("@", 2);
        String[] repository = (names.length > 1 ? names[1] : any).split("@", 2);
        return new SubjectPattern(
                owner[0],
                owner.length > 1 ? owner[1] : "",
                repository[0],
                repository.length > 1 ? repository[1] : "",
                halves.length > 1 ? halves[1] : any);
    }

    /** Whether owner and repository are written out. */
    boolean isNamed() {
        return !Wildcards.areIn(owner) && !Wildcards.areIn(repository);
    }

    boolean isImmutable() {
        return !ownerId.isEmpty();
    }
}
