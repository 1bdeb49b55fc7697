package io.github.cdkoidc.sample;

import static java.util.stream.Collectors.joining;

import io.github.cdkoidc.CdkBootstrapRoles;
import io.github.cdkoidc.GitHubOidcProvider;
import io.github.cdkoidc.GitHubOidcRole;
import io.github.cdkoidc.claims.ClaimValue;
import io.github.cdkoidc.claims.GitHubRepository;
import io.github.cdkoidc.claims.GitHubSubject;
import software.amazon.awscdk.Acknowledgment;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Validations;
import software.amazon.awscdk.services.iam.IOidcProvider;
import software.amazon.awscdk.services.ssm.StringParameter;
import software.constructs.Construct;

/** The message, and a role for each workflow of {@code .github/workflows} that reaches AWS. */
public final class SampleStack extends Stack {

    /** The name of the parameter: {@value}. */
    public static final String MESSAGE = "/message";

    private final IOidcProvider provider;

    /**
     * Makes the stack.
     *
     * @param scope the app
     * @param id the stack's name
     * @param repository whose workflows are trusted
     * @param importsProvider whether the account has an OIDC provider for GitHub already
     */
    public SampleStack(Construct scope, String id, GitHubRepository repository, boolean importsProvider) {
        super(scope, id);
        this.provider = importsProvider ? GitHubOidcProvider.fromAccount(this) : GitHubOidcProvider.forStack(this);

        StringParameter message = StringParameter.Builder.create(this, "Message")
                .parameterName(MESSAGE)
                .stringValue("Hello from a parameter that GitHub Actions read without a key.")
                .build();

        // fetch-message.yml: dispatched by hand on main.
        GitHubOidcRole fetch = role("FetchMessage", repository.branch("main"));
        message.grantRead(fetch);
        acknowledge(fetch, "outsidersTrigger", "no workflow that an outsider can start may ask for a token");

        // deploy.yml: on every push to main, in an environment that has the last word.
        GitHubOidcRole deploy = role("Deploy", repository.environment("production"));
        CdkBootstrapRoles.grantDeploy(deploy);
        acknowledge(deploy, "environmentProtection", "it is protected, as the README says");

        // deploy.yml: on every pull request.
        GitHubOidcRole diff = role("Diff", repository.pullRequest());
        CdkBootstrapRoles.grantDiff(diff);
        acknowledge(diff, "pullRequest", "it may look at the deployed stacks, and change nothing");
    }

    private static void acknowledge(GitHubOidcRole role, String rule, String reason) {
        Validations.of(role)
                .acknowledge(Acknowledgment.builder()
                        .id("github-oidc-role:" + rule)
                        .reason(reason)
                        .build());
    }

    private GitHubOidcRole role(String id, GitHubSubject subject) {
        GitHubOidcRole role = GitHubOidcRole.Builder.create(this, id)
                .subjects(subject)
                .provider(provider)
                .build();
        CfnOutput.Builder.create(this, id + "RoleArn")
                .description("role-to-assume of the workflow")
                .value(role.getRoleArn())
                .build();
        CfnOutput.Builder.create(this, id + "Subjects")
                .description("what the workflow's token has to present as sub")
                .value(subject.values().stream().map(ClaimValue::text).collect(joining(" or ")))
                .build();
        return role;
    }
}
