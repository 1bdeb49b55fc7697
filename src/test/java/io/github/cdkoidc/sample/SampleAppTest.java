package io.github.cdkoidc.sample;

import static io.github.cdkoidc.sample.SampleApps.EXAMPLE;
import static io.github.cdkoidc.sample.SampleApps.NAMED;
import static io.github.cdkoidc.sample.SampleApps.sample;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cdkoidc.TestApp;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.App;

/** Whom the sample trusts, by context and environment. */
class SampleAppTest {

    private static final Map<String, String> WORKFLOW = Map.of(
            "GITHUB_REPOSITORY", "octo-org/octo-repo",
            "GITHUB_REPOSITORY_OWNER_ID", "123456",
            "GITHUB_REPOSITORY_ID", "456789");

    @Test
    void theContextNamesTheRepository() {
        assertThat(subjects(sample(NAMED)))
                .isEqualTo("repo:octo-org/octo-repo:ref:refs/heads/main or "
                        + "repo:octo-org@123456/octo-repo@456789:ref:refs/heads/main");
    }

    @Test
    void inAWorkflowItIsTheRepositoryOfTheWorkflow() {
        assertThat(subjects(SampleApp.stack(TestApp.create(), WORKFLOW))).isEqualTo(subjects(sample(NAMED)));
    }

    @Test
    void theContextComesBeforeTheWorkflow() {
        App app = TestApp.create(Map.of("repository", "octo-org/other"));

        assertThat(subjects(SampleApp.stack(app, WORKFLOW))).isEqualTo("repo:octo-org/other:ref:refs/heads/main");
    }

    @Test
    void numbersInCdkJsonAreIdsToo() {
        App app = TestApp.create(Map.of("repository", "octo-org/octo-repo", "ownerId", 123456, "repositoryId", 456789));

        assertThat(subjects(SampleApp.stack(app, Map.of()))).isEqualTo(subjects(sample(NAMED)));
    }

    @Test
    void withoutARepositoryItTrustsAnExampleAndSaysSo() {
        PrintStream terminal = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, UTF_8));
        try {
            assertThat(subjects(sample(EXAMPLE)))
                    .isEqualTo("repo:octo-org@123456/octo-repo@456789:ref:refs/heads/main");
        } finally {
            System.setErr(terminal);
        }

        assertThat(said)
                .hasToString("sample: no repository is given, so the roles trust an example that does not exist; write "
                        + "-c repository=OWNER/NAME -c ownerId=… -c repositoryId=… before you deploy"
                        + System.lineSeparator());
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource
    void badContext(Map<String, String> context, String message) {
        assertThatThrownBy(() -> sample(context))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    static Stream<Arguments> badContext() {
        String ids = "is not a number, and both ids are wanted: write -c ";
        String where = "=… with the number of `gh api repos/OWNER/NAME --jq '.owner.id, .id'`";
        return Stream.of(
                Arguments.of(
                        Map.of("repository", "octo-repo"),
                        "repository \"octo-repo\" is not an owner and a name with one / between: write \"octo-org/octo-repo\""),
                Arguments.of(
                        Map.of("repository", "octo-org/octo-repo", "ownerId", "123456"),
                        "context repositoryId= " + ids + "repositoryId" + where),
                Arguments.of(
                        Map.of("repository", "octo-org/octo-repo", "ownerId", "octo-org", "repositoryId", "456789"),
                        "context ownerId=octo-org " + ids + "ownerId" + where),
                Arguments.of(
                        Map.of("repository", "octo-org/octo-repo", "provider", "new"),
                        "context provider=new is not known to the sample: write -c provider=existing, or leave it out to make one"));
    }

    private static String subjects(SampleStack stack) {
        return TestApp.template(stack).at("/Outputs/FetchMessageSubjects/Value").asText();
    }
}
