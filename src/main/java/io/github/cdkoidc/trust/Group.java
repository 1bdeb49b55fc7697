package io.github.cdkoidc.trust;

/** The tokens of one repository, or of any of an owner's, or of any at all, up to where they speak of the run. */
final class Group {

    private final String owner;
    private final String repository;
    private Walk walk;
    private Walk walkByNamesAlone;
    private boolean classic;
    private boolean immutable;

    /**
     * A group without tokens.
     *
     * @param owner see {@link Admission#owner}
     * @param repository see {@link Admission#repository}
     * @param nowhere a walk without beginnings
     */
    Group(String owner, String repository, Walk nowhere) {
        this.owner = owner;
        this.repository = repository;
        this.walk = nowhere;
        this.walkByNamesAlone = nowhere;
    }

    /**
     * Adds tokens.
     *
     * @param spelling how their {@code sub} is written
     * @param more their beginnings
     * @param byNamesAlone whether their numbers can be any
     */
    void add(Spelling spelling, Walk more, boolean byNamesAlone) {
        walk = walk.or(more);
        if (byNamesAlone) {
            walkByNamesAlone = walkByNamesAlone.or(more);
        }
        classic |= spelling == Spelling.CLASSIC || spelling == Spelling.CUSTOM_CLASSIC;
        immutable |= spelling == Spelling.IMMUTABLE || spelling == Spelling.CUSTOM_IMMUTABLE;
    }

    String owner() {
        return owner;
    }

    String repository() {
        return repository;
    }

    boolean isClassic() {
        return classic;
    }

    boolean isImmutable() {
        return immutable;
    }

    Walk walk() {
        return walk;
    }

    /** Those whose numbers can be any. */
    Walk walkByNamesAlone() {
        return walkByNamesAlone;
    }

    /** Whether owner and repository are both known by their names. */
    boolean isNamed() {
        return !owner.startsWith(Admission.ANY)
                && !owner.startsWith(Admission.NUMBER)
                && !repository.startsWith(Admission.ANY)
                && !repository.startsWith(Admission.NUMBER);
    }
}
