package io.github.cdkoidc;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.trust.TrustPolicy;
import io.github.cdkoidc.trust.decision.Decision;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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

/** What a pattern of many stars costs that fails at its last character only; ten times the subject must cost ten times as much. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class PathologicalPatternBenchmark {

    /** The characters of the subject. */
    @Param({"1000", "10000", "100000"})
    public int length;

    private TrustPolicy policy;
    private GitHubClaims claims;

    /** Parses the policy once. */
    @Setup
    public void prepare() {
        policy = TrustPolicy.parse("""
                {"Version": "2012-10-17", "Statement": [{
                  "Effect": "Allow",
                  "Principal": {"Federated": "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"},
                  "Action": "sts:AssumeRoleWithWebIdentity",
                  "Condition": {"StringLike": {"token.actions.githubusercontent.com:sub": "%sb*c"}}
                }]}""".formatted("*a".repeat(500)));
        claims = GitHubClaims.of(Map.of("sub", "a".repeat(length - 1) + "c"));
        if (!policy.decide(claims).isDenied()) {
            throw new IllegalStateException("the pattern matches");
        }
    }

    /** One decision. */
    @Benchmark
    public Decision decide() {
        return policy.decide(claims);
    }
}
