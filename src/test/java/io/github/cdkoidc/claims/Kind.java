package io.github.cdkoidc.claims;

import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A kind of subject.
 *
 * @param context what GitHub writes behind the repository for it
 * @param subject how a repository makes it
 */
public record Kind(String context, Function<GitHubRepository, GitHubSubject> subject) {

    public static Stream<Kind> all() {
        return Stream.of(
                new Kind("ref:refs/heads/main", repository -> repository.branch("main")),
                new Kind("ref:refs/heads/release/*", repository -> repository.branchesLike("release/*")),
                new Kind("ref:refs/tags/v1.2.3", repository -> repository.tag("v1.2.3")),
                new Kind("ref:refs/tags/v?.*", repository -> repository.tagsLike("v?.*")),
                new Kind("environment:production", repository -> repository.environment("production")),
                new Kind("pull_request", GitHubRepository::pullRequest),
                new Kind("*", GitHubRepository::anyRun));
    }

    GitHubSubject of(GitHubRepository repository) {
        return subject.apply(repository);
    }

    boolean isPattern() {
        return context.contains("*");
    }

    @Override
    public String toString() {
        return context;
    }
}
