package io.github.cdkoidc.claims;

import java.util.List;
import java.util.Optional;

/**
 * Which runs a role trusts: a branch, a tag, an environment or the pull requests of one repository, all its runs, or a {@code
 * sub} written by hand. {@link GitHubRepository} makes all but the last.
 *
 * <p>A subject is what GitHub writes into {@code sub}, and no more. A run that names an environment presents the environment
 * instead of its ref, so {@code branch("main")} does not admit it. And nothing in {@code sub} tells the event: {@code
 * branch("main")} also admits the scheduled runs and the {@code workflow_run}s of the default branch.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/security/oidc#example-subject-claims">GitHub: example subject
 *     claims</a>
 */
public sealed interface GitHubSubject permits RepositorySubject, GitHubSubject.Custom {

    /**
     * The {@code sub} values that this subject stands for, the classic spelling before the immutable one.
     *
     * @return one value or two, all exact or all patterns
     */
    List<ClaimValue> values();

    /**
     * A whole {@code sub}, exact, for a repository whose subject is customised beyond {@link SubjectTemplate}.
     *
     * @param sub the value as GitHub mints it
     * @return the subject
     * @throws IllegalArgumentException if it is blank, holds {@code *} or {@code ?}, or a character that IAM cannot
     */
    static GitHubSubject custom(String sub) {
        return new Custom(ClaimValue.exact(sub, "write GitHubSubject.customLike(\"" + sub + "\") if it is meant"));
    }

    /**
     * A whole {@code sub} with wildcards. Prefer the methods of {@link GitHubRepository}.
     *
     * @param pattern {@code *} stands for any run of characters, {@code :} and {@code /} included, {@code ?} for one
     * @return the subject
     * @throws IllegalArgumentException if it holds no wildcard, a wildcard before the owner of a repository or any other first
     *     value is complete (so that any repository could present it), or a character that IAM cannot
     */
    static GitHubSubject customLike(String pattern) {
        return new Custom(ClaimValue.pattern(pattern, "write GitHubSubject.custom(\"" + pattern + "\")"));
    }

    /**
     * The runs of a branch that name no environment.
     *
     * @param repository the repository
     * @param name the branch, such as {@code main}
     */
    record Branch(GitHubRepository repository, String name) implements RepositorySubject {
        /** Checks the name. */
        public Branch {
            GitRef.BRANCH.requireName(name);
        }

        @Override
        public String context() {
            return new SubjectContext.Ref(GitRef.BRANCH.full(name)).text();
        }
    }

    /**
     * The runs of the branches that match a pattern, such as {@code release/*}. {@code *} does not stop at {@code /}.
     *
     * @param repository the repository
     * @param pattern the pattern
     */
    record BranchesLike(GitHubRepository repository, String pattern) implements RepositorySubject {
        /** Checks the pattern. */
        public BranchesLike {
            GitRef.BRANCH.requirePattern(pattern);
        }

        @Override
        public String context() {
            return new SubjectContext.Ref(GitRef.BRANCH.full(pattern)).text();
        }
    }

    /**
     * The runs of a tag that name no environment.
     *
     * @param repository the repository
     * @param name the tag, such as {@code v1.2.3}
     */
    record Tag(GitHubRepository repository, String name) implements RepositorySubject {
        /** Checks the name. */
        public Tag {
            GitRef.TAG.requireName(name);
        }

        @Override
        public String context() {
            return new SubjectContext.Ref(GitRef.TAG.full(name)).text();
        }
    }

    /**
     * The runs of the tags that match a pattern, such as {@code v*}. {@code *} does not stop at {@code /}.
     *
     * @param repository the repository
     * @param pattern the pattern
     */
    record TagsLike(GitHubRepository repository, String pattern) implements RepositorySubject {
        /** Checks the pattern. */
        public TagsLike {
            GitRef.TAG.requirePattern(pattern);
        }

        @Override
        public String context() {
            return new SubjectContext.Ref(GitRef.TAG.full(pattern)).text();
        }
    }

    /**
     * The jobs that name an environment, whatever their ref and event.
     *
     * @param repository the repository
     * @param name the environment as GitHub shows it, 1 to 255 characters, with its {@code :} as it is
     */
    record Environment(GitHubRepository repository, String name) implements RepositorySubject {
        /** Checks the name. */
        public Environment {
            EnvironmentName.require(name);
            ClaimValue.exact(
                    name,
                    "write one environment(\"…\") for each, or GitHubSubject.customLike(\""
                            + SubjectFormat.byDefault(repository, new SubjectContext.Environment(name))
                            + "\") if it is meant");
        }

        @Override
        public String context() {
            return new SubjectContext.Environment(name).text();
        }

        @Override
        public Optional<String> claim(String claim) {
            return claim.equals("environment") ? Optional.of(name) : Optional.empty();
        }
    }

    /**
     * The pull requests whose job names no environment: unreviewed code. A fork's normally get no token.
     *
     * @param repository the repository
     */
    record PullRequest(GitHubRepository repository) implements RepositorySubject {
        @Override
        public String context() {
            return SubjectContext.PULL_REQUEST.text();
        }
    }

    /**
     * Every run of the repository, of whatever branch, tag, environment or pull request.
     *
     * @param repository the repository
     */
    record AnyRun(GitHubRepository repository) implements RepositorySubject {
        @Override
        public String context() {
            return "*";
        }
    }

    /**
     * A {@code sub} written by hand.
     *
     * @param value the value
     */
    record Custom(ClaimValue value) implements GitHubSubject {
        /**
         * Checks the value.
         *
         * @throws IllegalArgumentException if it holds a wildcard before its first value is complete
         */
        public Custom {
            if (value.isPattern() && !new SubjectValue(value.text()).isFirstValueFixed()) {
                throw new IllegalArgumentException("pattern \"" + value.text()
                        + "\" has a wildcard in its first value, which any repository on GitHub can then choose: "
                        + "write that value out, such as repo:octo-org/octo-repo:*");
            }
        }

        @Override
        public List<ClaimValue> values() {
            return List.of(value);
        }
    }
}
