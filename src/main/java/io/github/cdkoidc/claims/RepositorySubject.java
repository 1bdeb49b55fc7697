package io.github.cdkoidc.claims;

import java.util.List;
import java.util.Optional;

/** A subject that is some runs of one repository: written by the repository's template, once per spelling. */
public sealed interface RepositorySubject extends GitHubSubject
        permits GitHubSubject.Branch,
                GitHubSubject.BranchesLike,
                GitHubSubject.Tag,
                GitHubSubject.TagsLike,
                GitHubSubject.Environment,
                GitHubSubject.PullRequest,
                GitHubSubject.AnyRun {

    /**
     * The repository whose runs these are.
     *
     * @return the repository
     */
    GitHubRepository repository();

    /**
     * What GitHub writes behind the repository by default.
     *
     * @return for example {@code ref:refs/heads/main}
     */
    String context();

    /**
     * The value that every run of this subject presents for a claim, where being this subject decides it.
     *
     * @param name the claim, such as {@code ref}
     * @return the value, or nothing if runs of this subject differ in it
     */
    default Optional<String> claim(String name) {
        return name.equals("ref") && SubjectContext.of(context()) instanceof SubjectContext.Ref of
                ? Optional.of(of.ref())
                : Optional.empty();
    }

    @Override
    default List<ClaimValue> values() {
        SubjectTemplate template = repository().subjectTemplate();
        requireToldBy(template);
        return repository().spellings().stream()
                .map(spelling -> template.render(spelling, this::valueOf))
                .distinct()
                .map(ClaimValue::new)
                .toList();
    }

    private Optional<String> valueOf(String key) {
        if (key.equals(SubjectTemplate.CONTEXT)) {
            return Optional.of(context());
        }
        return repository()
                .claim(key)
                .or(() -> claim(key))
                .or(() -> Optional.ofNullable(
                        repository().subjectTemplate().given().get(key)))
                .or(() -> this instanceof GitHubSubject.AnyRun && SubjectTemplate.differsByRun(key)
                        ? Optional.of("*")
                        : Optional.empty());
    }

    /** A sub that does not hold what makes this subject would admit other repositories, or other runs of this one. */
    private void requireToldBy(SubjectTemplate template) {
        if (!template.namesRepository()) {
            throw new IllegalArgumentException(
                    "subject template " + template.keys() + " names no repository, so its sub fits "
                            + "others too: write GitHubSubject.custom(\"…\") and add claim(GitHubClaim.REPOSITORY_ID, \"…\")");
        }
        boolean told = template.keys().contains(SubjectTemplate.CONTEXT)
                || (template.keys().contains("ref") && claim("ref").isPresent())
                || (template.keys().contains("environment")
                        && claim("environment").isPresent());
        if (!told && !(this instanceof GitHubSubject.AnyRun)) {
            throw new IllegalArgumentException("subject template " + template.keys() + " does not tell \"" + context()
                    + "\" from other runs of " + repository().fullName()
                    + ": write anyRun(), or add \"context\" to include_claim_keys on GitHub");
        }
    }
}
