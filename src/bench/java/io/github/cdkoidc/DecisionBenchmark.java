package io.github.cdkoidc;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.trust.TrustPolicy;
import io.github.cdkoidc.trust.decision.Decision;
import io.github.cdkoidc.trust.rules.Finding;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
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
import org.openjdk.jmh.annotations.Warmup;

/** How many times a second a policy of 20 subjects is asked, on one core. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class DecisionBenchmark {

    /** The operator that the subjects stand under; those of StringLike end with a wildcard. */
    @Param({"StringEquals", "StringLike"})
    public String operator;

    private String json;
    private TrustPolicy policy;
    private GitHubClaims allowed;
    private GitHubClaims denied;

    /** Parses the policy once. */
    @Setup
    public void prepare() {
        json = policy(operator);
        policy = TrustPolicy.parse(json);
        allowed = run(20);
        denied = run(21);
        if (!policy.decide(allowed).isAllowed() || !policy.decide(denied).isDenied()) {
            throw new IllegalStateException("the policy does not decide as the benchmark means it to");
        }
    }

    private static String policy(String operator) {
        String end = operator.equals("StringLike") ? "*" : "main";
        String subjects = IntStream.rangeClosed(1, 20)
                .mapToObj(i -> "\"" + subject(i) + end + "\"")
                .collect(Collectors.joining(","));
        return """
                {"Version": "2012-10-17", "Statement": [{
                  "Effect": "Allow",
                  "Principal": {"Federated": "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"},
                  "Action": "sts:AssumeRoleWithWebIdentity",
                  "Condition": {
                    "StringEquals": {"token.actions.githubusercontent.com:aud": "sts.amazonaws.com"%s
                    "token.actions.githubusercontent.com:sub": [%s]}
                  }
                }]}""".formatted(operator.equals("StringLike") ? "}, \"StringLike\": {" : ",", subjects);
    }

    private static String subject(int number) {
        return "repo:octo-org@123456/octo-repo-" + number + "@" + (456000 + number) + ":ref:refs/heads/";
    }

    private static GitHubClaims run(int number) {
        return GitHubClaims.of(Map.of(
                "iss", "https://token.actions.githubusercontent.com",
                "aud", "sts.amazonaws.com",
                "sub", subject(number) + "main"));
    }

    /** A run that the last subject lets in. */
    @Benchmark
    public Decision decideAllowed() {
        return policy.decide(allowed);
    }

    /** A run that no subject lets in. */
    @Benchmark
    public Decision decideDenied() {
        return policy.decide(denied);
    }

    /** A policy that is asked once. */
    @Benchmark
    public Decision parseAndDecide() {
        return TrustPolicy.parse(json).decide(allowed);
    }

    /** All rules on one policy; parsed anew, since a policy keeps what it has once computed. */
    @Benchmark
    public List<Finding> parseAndLint() {
        return TrustPolicy.parse(json).lint();
    }
}
