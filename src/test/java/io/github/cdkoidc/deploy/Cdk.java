package io.github.cdkoidc.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The CDK's own command line with the sample as its app, against an emulator. Whatever it runs has to end well. */
final class Cdk {

    private static final String STACK = "GitHubOidcRoleSample";
    private static final List<String> CLI = List.of("npx", "--yes", "aws-cdk@2.1148.1");
    private static final List<String> CONTEXT =
            List.of("-c", "repository=octo-org/octo-repo", "-c", "ownerId=123456", "-c", "repositoryId=456789");

    /** Not the command of cdk.json: that Maven would compile into the target of the build that runs this test. */
    private static final String APP = "java -XX:TieredStopAtLevel=1 io.github.cdkoidc.sample.SampleApp";

    /** Nothing that waits for a network, and all output in one stream. */
    private static final List<String> QUIET = List.of("--no-notices", "--no-version-reporting", "--no-color", "--ci");

    private static final Pattern RESULT = Pattern.compile("✅|RoleArn =|Subjects =|no differences");

    private final MotoServer aws;
    private final Path directory;
    private final Path outputs;
    private final Map<String, String> environment = Command.inherited();

    Cdk(Path directory, MotoServer aws) {
        this.aws = aws;
        this.directory = directory;
        this.outputs = directory.resolve("outputs.json");
        String java = Path.of(System.getProperty("java.home"), "bin").toString();
        environment.merge("PATH", java, (path, first) -> first + File.pathSeparator + path);
        environment.putAll(Map.of(
                "CLASSPATH", System.getProperty("java.class.path"),
                "AWS_ENDPOINT_URL", aws.endpoint().toString(),
                "AWS_REGION", "us-east-1",
                "AWS_ACCESS_KEY_ID", "nobody",
                "AWS_SECRET_ACCESS_KEY", "none",
                "CDK_HOME", directory.resolve("home").toString(),
                "CDK_DISABLE_VERSION_CHECK", "true",
                "CDK_DISABLE_CLI_TELEMETRY", "true",
                "NODE_NO_WARNINGS", "1"));
    }

    /** Leaves the validation of aws-cdk-lib out from now on: it is seconds at every synth. */
    void withoutValidation() {
        environment.put("CDK_VALIDATION", "false");
    }

    Outcome bootstrap() throws IOException, InterruptedException {
        return run(List.of("bootstrap", "aws://123456789012/us-east-1"), "--app", "");
    }

    /** Deploys directly: the emulator forgets the outputs of a stack that comes from a change set. */
    Outcome deploy() throws IOException, InterruptedException {
        List<String> deploy = List.of("deploy", "--method", "direct", "--require-approval", "never");
        return run(concat(deploy, CONTEXT), "--app", APP, "--outputs-file", outputs.toString());
    }

    Outcome diff() throws IOException, InterruptedException {
        return run(concat(List.of("diff", "--method", "template", "--fail"), CONTEXT), "--app", APP);
    }

    private Outcome run(List<String> command, String... options) throws IOException, InterruptedException {
        List<String> output = List.of("--output", assembly().toString());
        List<String> words = Stream.of(CLI, command, List.of(options), output, QUIET)
                .flatMap(List::stream)
                .toList();
        Outcome outcome = Command.run(directory, environment, words)
                .shown("cdk " + String.join(" ", command), RESULT.asPredicate());
        if (outcome.exit() != 0) {
            throw new AssertionError(outcome + "\nmoto_server:\n" + aws.complaints());
        }
        return outcome;
    }

    private static List<String> concat(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** What the stack said of itself at the last deploy. */
    String output(String name) throws IOException {
        return new ObjectMapper()
                .readTree(outputs.toFile())
                .path(STACK)
                .required(name)
                .asText();
    }

    /** The template as it was written at the last synth. */
    JsonNode template() throws IOException {
        return new ObjectMapper()
                .readTree(assembly().resolve(STACK + ".template.json").toFile());
    }

    private Path assembly() {
        return directory.resolve("cdk.out");
    }
}
