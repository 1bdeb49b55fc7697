package io.github.cdkoidc;

import static java.util.stream.Collectors.joining;

import io.github.cdkoidc.assembly.AppFinding;
import io.github.cdkoidc.assembly.AppJudge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the plugin costs beside the CDK: it reads the files of an app of five stacks in an account each, and judges every role. No two
 * roles are alike.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AppBenchmark {

    private static final int STACKS = 5;

    private static final String PROVIDER = """
            "Provider": {
              "Type": "AWS::IAM::OIDCProvider",
              "Properties": {"Url": "https://token.actions.githubusercontent.com", "ClientIdList": ["sts.amazonaws.com"]}
            },
            """;

    private static final String KEY = "token.actions.githubusercontent.com:";

    /** What people write: a subject or two for the repository of each role, in either spelling, and one in ten for any run. */
    private static final List<String> CONDITIONS = List.of(
            equal(
                    "repo:octo-org/service-%1$d:ref:refs/heads/main",
                    "repo:octo-org@12/service-%1$d@9%1$d:ref:refs/heads/main"),
            equal("repo:octo-org/service-%1$d:environment:production-%1$d"),
            like("repo:octo-org/service-%1$d:ref:refs/heads/release-%1$d/*"),
            equal("repo:octo-org@12/service-%1$d@9%1$d:ref:refs/heads/team-%1$d"),
            like("repo:octo-org/service-%1$d:ref:refs/tags/v*", "repo:octo-org@12/service-%1$d@9%1$d:ref:refs/tags/v*"),
            equal(
                    "repo:octo-org/service-%1$d:environment:staging",
                    "repo:octo-org@12/service-%1$d@9%1$d:environment:staging"),
            equal("repo:octo-org/service-%1$d:pull_request"),
            like("repo:octo-org@12/service-%1$d@9%1$d:ref:refs/heads/*"),
            equal("repo:octo-org@12/service-%1$d@9%1$d:environment:team-%1$d"),
            like("repo:octo-org/service-%1$d:*"));

    private static String equal(String... subjects) {
        return """
                {"StringEquals": {"%1$saud": "sts.amazonaws.com", "%1$ssub": %2$s}}""".formatted(KEY, list(subjects));
    }

    private static String like(String... subjects) {
        return """
                {"StringEquals": {"%1$saud": "sts.amazonaws.com"}, "StringLike": {"%1$ssub": %2$s}}""".formatted(KEY, list(subjects));
    }

    private static String list(String... subjects) {
        return "[\"" + String.join("\", \"", subjects) + "\"]";
    }

    /** The roles of the app. */
    @Param({"10", "100", "1000"})
    public int roles;

    private Path directory;
    private final List<String> files = new ArrayList<>();

    /** Writes the app's files. */
    @Setup
    public void write() throws IOException {
        directory = Files.createTempDirectory("app");
        for (int stack = 0; stack < STACKS; stack++) {
            int first = stack;
            Path file = directory.resolve("Stack" + stack + ".template.json");
            String resources = IntStream.range(0, roles)
                    .filter(i -> i % STACKS == first)
                    .mapToObj(AppBenchmark::role)
                    .collect(joining(",\n"));
            Files.writeString(file, "{\"Resources\": {" + PROVIDER + resources + "}}");
            files.add(file.toString());
        }
        Files.writeString(directory.resolve("cdk.out"), "{\"version\": \"48.0.0\"}");
        Files.writeString(directory.resolve("manifest.json"), manifest());
    }

    private static String manifest() {
        return IntStream.range(0, STACKS)
                .mapToObj(stack -> """
                "Stack%1$d": {
                  "type": "aws:cloudformation:stack",
                  "environment": "aws://12345678901%1$d/us-east-1",
                  "properties": {"templateFile": "Stack%1$d.template.json"},
                  "displayName": "Stack%1$d"
                }""".formatted(stack))
                .collect(joining(",", "{\"version\": \"48.0.0\", \"artifacts\": {", "}}"));
    }

    private static String role(int number) {
        String condition = CONDITIONS.get(number / STACKS % CONDITIONS.size()).formatted(number);
        return """
                "Role%1$d": {
                  "Type": "AWS::IAM::Role",
                  "Metadata": {"aws:cdk:path": "Stack/Role%1$d/Resource"},
                  "Properties": {"AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{
                    "Effect": "Allow",
                    "Principal": {"Federated": {"Ref": "Provider"}},
                    "Action": "sts:AssumeRoleWithWebIdentity",
                    "Condition": %2$s
                  }]}}
                }""".formatted(number, condition);
    }

    /** Deletes them. */
    @TearDown
    public void delete() throws IOException {
        try (var all = Files.list(directory)) {
            for (Path file : all.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    /** Reads and judges the whole app. */
    @Benchmark
    public List<AppFinding> judgeApp() {
        return AppJudge.findings(files);
    }
}
