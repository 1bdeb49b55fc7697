package org.example;

import io.github.cdkoidc.GitHubOidcRole;
import io.github.cdkoidc.claims.GitHubRepository;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;

/** An app outside this project. Synthesizes into the directory that its argument names, and lists its class path beside it. */
public final class ConsumerApp {
    private ConsumerApp() {}

    public static void main(String[] args) throws IOException {
        App app = new App(AppProps.builder().outdir(args[0]).build());
        Stack stack = new Stack(app, "Consumer");
        GitHubRepository repository = GitHubRepository.of("octo-org/octo-repo").withIds(123456, 456789);
        GitHubOidcRole.Builder.create(stack, "Deploy")
                .subjects(repository.branch("main"))
                .build();
        app.synth();
        Files.write(Path.of(args[0] + ".classpath"), classPath());
    }

    /** The class path that exec:java loads an app by: what the POM brings. */
    private static List<String> classPath() {
        URLClassLoader loader = (URLClassLoader) ConsumerApp.class.getClassLoader();
        return Stream.of(loader.getURLs()).map(URL::getPath).toList();
    }
}
