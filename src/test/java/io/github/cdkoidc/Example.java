package io.github.cdkoidc;

import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.claims.GitHubRepository;
import io.github.cdkoidc.claims.GitHubSubject;
import io.github.cdkoidc.trust.TrustRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/** What most tests are about: one repository, and one role that trusts it. */
final class Example {

    static final String ACCOUNT = "123456789012";
    static final GitHubRepository BY_NAME = GitHubRepository.of("octo-org/octo-repo");
    static final GitHubRepository REPOSITORY = BY_NAME.withIds(123456, 456789);

    private Example() {}

    /** A role that trusts the main branch. */
    static GitHubOidcRole role(Construct scope, String id) {
        return builder(scope, id).build();
    }

    /** A builder of a role that trusts the main branch. */
    static GitHubOidcRole.Builder builder(Construct scope, String id) {
        return GitHubOidcRole.Builder.create(scope, id).subjects(REPOSITORY.branch("main"));
    }

    /** Makes a role of the main branch, with something besides. */
    static Consumer<Stack> with(Consumer<GitHubOidcRole.Builder> besides) {
        return stack -> {
            GitHubOidcRole.Builder builder = builder(stack, "Role");
            besides.accept(builder);
            builder.build();
        };
    }

    /** Makes a role of some subjects. */
    static Consumer<Stack> trusting(GitHubSubject... subjects) {
        return with(builder -> builder.subjects(subjects));
    }

    /** A subject whose role has a trust policy of so many characters once it is deployed. */
    static GitHubSubject subjectOfAPolicyOf(int length) {
        GitHubIssuer issuer = GitHubIssuer.GITHUB_COM;
        int shortest = new TrustRequest(
                        issuer,
                        "sts.amazonaws.com",
                        issuer.providerArn("aws", ACCOUNT),
                        List.of(BY_NAME.branch("b")),
                        Map.of())
                .policy()
                .document()
                .length();
        return BY_NAME.branch("b".repeat(1 + length - shortest));
    }
}
