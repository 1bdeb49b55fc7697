package org.example;

import io.github.cdkoidc.GitHubOidcRole;
import io.github.cdkoidc.claims.GitHubRepository;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;

/** Somebody else's app. Synthesizes into the directory that its argument names. */
public final class ConsumerApp {
    private ConsumerApp() {}

    public static void main(String[] args) {
        App app = new App(AppProps.builder().outdir(args[0]).build());
        Stack stack = new Stack(app, "Consumer");
        GitHubRepository repository = GitHubRepository.of("octo-org/octo-repo").withIds(123456, 456789);
        GitHubOidcRole.Builder.create(stack, "Deploy")
                .subjects(repository.branch("main"))
                .build();
        app.synth();
    }
}
