package io.github.cdkoidc.claims;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A repository as {@code sub} spells it: classic, {@code OWNER/NAME}, or immutable, {@code OWNER@ID/NAME@ID}. A policy's value may hold
 * wildcards in each part.
 *
 * @param owner the owner's name
 * @param ownerId the owner's number; empty in the classic spelling
 * @param name the repository's name
 * @param repositoryId the repository's number; empty in the classic spelling
 */
public record SubjectRepository(String owner, String ownerId, String name, String repositoryId) {

    private static final Pattern PARTS = Pattern.compile("([^@/:]+)(?:@([^@/:]+))?/([^@/:]+)(?:@([^@/:]+))?");

    /** A repository in the classic spelling. */
    public static SubjectRepository classic(GitHubRepository repository) {
        return new SubjectRepository(repository.owner(), "", repository.name(), "");
    }

    /** A repository in the immutable spelling, if its numbers are known. */
    public static Optional<SubjectRepository> immutable(GitHubRepository repository) {
        return repository
                .ids()
                .map(ids -> classic(repository).immutable(Long.toString(ids.owner()), Long.toString(ids.repository())));
    }

    /** A spelled repository by its parts. */
    public static Optional<SubjectRepository> of(String text) {
        Matcher parts = PARTS.matcher(text);
        return parts.matches()
                ? Optional.of(new SubjectRepository(
                        parts.group(1),
                        Optional.ofNullable(parts.group(2)).orElse(""),
                        parts.group(3),
                        Optional.ofNullable(parts.group(4)).orElse("")))
                : Optional.empty();
    }

    /**
     * The repository as {@code sub} has it.
     *
     * @return for example {@code octo-org@123456/octo-repo@456789}
     */
    public String text() {
        return owner + id(ownerId) + SubjectFormat.SLASH + name + id(repositoryId);
    }

    private static String id(String number) {
        return number.isEmpty() ? "" : SubjectFormat.ID + number;
    }

    /** Whether it is spelled with numbers. */
    public boolean isImmutable() {
        return !ownerId.isEmpty() || !repositoryId.isEmpty();
    }

    /** The same in the classic spelling. */
    public SubjectRepository classic() {
        return immutable("", "");
    }

    /** The same in the immutable spelling. */
    public SubjectRepository immutable(String ofOwner, String ofRepository) {
        return new SubjectRepository(owner, ofOwner, name, ofRepository);
    }

    /**
     * The same in the other spelling; in the classic one if a number is not known.
     *
     * @param ofOwner the owner's number; empty if it is not known
     * @param ofRepository the repository's number; empty if it is not known
     */
    public SubjectRepository respelled(String ofOwner, String ofRepository) {
        return isImmutable() || ofOwner.isEmpty() || ofRepository.isEmpty()
                ? classic()
                : immutable(ofOwner, ofRepository);
    }

    /** A repository of the same name and another owner. */
    public SubjectRepository ofOwner(String other) {
        return new SubjectRepository(other, ownerId, name, repositoryId);
    }

    /** A repository of the same owner and another name. */
    public SubjectRepository named(String other) {
        return new SubjectRepository(owner, ownerId, other, repositoryId);
    }
}
