package io.github.cdkoidc.sample;

import io.github.cdkoidc.GitHubTrustValidation;
import io.github.cdkoidc.claims.GitHubRepository;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Validations;

/**
 * The app that {@code cdk.json} runs. Context tells it which repository to trust:
 *
 * <pre>
 * cdk deploy -c repository=octo-org/octo-repo -c ownerId=123456 -c repositoryId=456789
 * </pre>
 *
 * <p>In a workflow it is the workflow's own repository. {@code -c provider=existing} imports the account's own OIDC provider instead
 * of making one.
 */
public final class SampleApp {

    /** Does not exist: the real octo-org has another number, so no run can assume a role that trusts this repository. */
    private static final GitHubRepository EXAMPLE =
            GitHubRepository.of("octo-org@123456/octo-repo@456789").immutableOnly();

    private SampleApp() {}

    /**
     * Synthesizes the app.
     *
     * @param args none
     */
    public static void main(String[] args) {
        App app = new App();
        Validations.of(app).addPlugins(new GitHubTrustValidation());
        try {
            stack(app, System.getenv());
        } catch (IllegalArgumentException e) {
            System.err.println("sample: " + e.getMessage());
            System.exit(1);
        }
        app.synth();
    }

    /** The app's one stack. */
    static SampleStack stack(App app, Map<String, String> env) {
        return new SampleStack(app, "GitHubOidcRoleSample", repository(app, env), importsProvider(app));
    }

    private static GitHubRepository repository(App app, Map<String, String> env) {
        String repository = context(app, "repository");
        if (!repository.isEmpty()) {
            GitHubRepository named = GitHubRepository.of(repository);
            boolean ids = !(context(app, "ownerId") + context(app, "repositoryId")).isEmpty();
            return ids ? named.withIds(id(app, "ownerId"), id(app, "repositoryId")) : named;
        }
        if (env.containsKey("GITHUB_REPOSITORY")) {
            return GitHubRepository.fromActionsEnvironment(env);
        }
        System.err.println("sample: no repository is given, so the roles trust an example that does not exist; "
                + "write -c repository=OWNER/NAME -c ownerId=… -c repositoryId=… before you deploy");
        return EXAMPLE;
    }

    private static boolean importsProvider(App app) {
        String provider = context(app, "provider");
        if (!provider.isEmpty() && !provider.equals("existing")) {
            throw new IllegalArgumentException("context provider=" + provider + " is not known to the sample: "
                    + "write -c provider=existing, or leave it out to make one");
        }
        return provider.equals("existing");
    }

    private static long id(App app, String key) {
        String value = context(app, key);
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "context " + key + "=" + value + " is not a number, and both ids are wanted: write -c " + key
                            + "=… with the number of `gh api repos/OWNER/NAME --jq '.owner.id, .id'`",
                    e);
        }
    }

    private static String context(App app, String key) {
        Object value = app.getNode().tryGetContext(key);
        return value == null ? "" : value.toString();
    }
}
