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

/** What the plugin costs beside the CDK: it reads the files of an app of five stacks, and judges every role. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AppBenchmark {

    private static final int STACKS = 5;

    /** Exact subjects, patterns of one repository, and one policy in ten that lets in whom it should not. */
    private static final List<String> SUBJECTS = List.of(
            "repo:octo-org@123456/octo-repo-%d@456789:ref:refs/heads/main",
            "repo:octo-org/octo-repo-%d:environment:production",
            "repo:octo-org@123456/octo-repo-%d@456789:pull_request",
            "repo:octo-org@123456/octo-repo-%d@456789:ref:refs/tags/v*",
            "repo:octo-org@123456/octo-repo-%d@456789:*",
            "repo:octo-org/octo-repo-%d:ref:refs/heads/release/*",
            "repo:octo-org@*/octo-repo-%d@*:ref:refs/heads/main",
            "repo:octo-org@123456/octo-repo-%d@456789:environment:staging",
            "repo:octo-org/octo-repo-%d:ref:refs/heads/main",
            "repo:octo-org*%d");

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
            Files.writeString(file, "{\"Resources\": {" + resources + "}}");
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
                  "environment": "aws://123456789012/us-east-1",
                  "properties": {"templateFile": "Stack%1$d.template.json"},
                  "displayName": "Stack%1$d"
                }""".formatted(stack))
                .collect(joining(",", "{\"version\": \"48.0.0\", \"artifacts\": {", "}}"));
    }

    private static String role(int number) {
        String subject = SUBJECTS.get(number / STACKS % SUBJECTS.size()).formatted(number);
        return """
                "Role%1$d": {
                  "Type": "AWS::IAM::Role",
                  "Metadata": {"aws:cdk:path": "Stack/Role%1$d/Resource"},
                  "Properties": {"AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{
                    "Effect": "Allow",
                    "Principal": {"Federated": {"Fn::Join": ["", ["arn:", {"Ref": "AWS::Partition"},
                      ":iam::123456789012:oidc-provider/token.actions.githubusercontent.com"]]}},
                    "Action": "sts:AssumeRoleWithWebIdentity",
                    "Condition": {
                      "StringEquals": {"token.actions.githubusercontent.com:aud": "sts.amazonaws.com"},
                      "%2$s": {"token.actions.githubusercontent.com:sub": "%3$s"}
                    }
                  }]}}
                }""".formatted(number, subject.contains("*") ? "StringLike" : "ForAnyValue:StringEquals", subject);
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
