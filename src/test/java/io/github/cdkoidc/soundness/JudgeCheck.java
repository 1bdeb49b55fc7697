package io.github.cdkoidc.soundness;

import static java.util.stream.Collectors.joining;

import io.github.cdkoidc.policy.MalformedPolicyException;
import io.github.cdkoidc.soundness.StrangerTokens.Stranger;
import io.github.cdkoidc.trust.TrustPolicy;
import io.github.cdkoidc.trust.rules.Finding;
import io.github.cdkoidc.trust.rules.Proof;
import io.github.cdkoidc.trust.rules.Severity;
import io.github.cdkoidc.trust.rules.TrustRule;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Holds what the judge says of one policy to the oracle. */
final class JudgeCheck {

    private static final long MOST_NANOS = 2_000_000_000L;

    private final StrangerTokens strangers = new StrangerTokens();
    private long tokens;
    private long malformed;
    private long slowest;

    /**
     * What is wrong.
     *
     * @param json a policy
     * @return the failures; none if the judge is right, or if it refuses the document
     */
    List<Failure> of(String json) {
        long start = cpu();
        List<Finding> findings;
        try {
            findings = TrustPolicy.parse(json).lint();
        } catch (MalformedPolicyException e) {
            malformed++;
            return List.of();
        } catch (RuntimeException | StackOverflowError e) {
            return List.of(new Failure("crash: " + e.getClass().getSimpleName() + at(e), json, String.valueOf(e)));
        }
        long nanos = cpu() - start;
        slowest = Math.max(slowest, nanos);
        List<Failure> failures = new ArrayList<>();
        if (nanos > MOST_NANOS) {
            failures.add(new Failure("slow", json, nanos / 1_000_000 + " ms"));
        }
        checkStrangers(json, findings, failures);
        checkWitnesses(json, findings, failures);
        return failures;
    }

    private void checkStrangers(String json, List<Finding> findings, List<Failure> failures) {
        List<Finding> errors = findings.stream()
                .filter(finding -> finding.rule().severity() == Severity.ERROR)
                .toList();
        boolean nobody = errors.stream().anyMatch(finding -> finding.rule() == TrustRule.NOBODY);
        if (!errors.isEmpty() && !nobody) {
            return;
        }
        String said = findings.stream()
                .map(finding -> finding.rule().name())
                .distinct()
                .sorted()
                .collect(joining(", ", "; lint said [", "]"));
        IamOracle oracle = new IamOracle(json, PolicyGenerator.PARAMETERS);
        String missed = nobody ? "said that no run can assume the role, and admits " : "no ERROR, and admits ";
        if (!nobody && TrustPolicy.parse(json).isAboutGitHub() && oracle.admitsForeignAccount() != Certainty.FALSE) {
            failures.add(new Failure(missed + "another account", json, "sts:AssumeRole" + said));
        }
        Stranger worst = null;
        Certainty most = Certainty.FALSE;
        for (Stranger stranger : strangers.against(json)) {
            tokens++;
            Certainty admitted = oracle.admits(stranger.claims());
            if (admitted.compareTo(most) > 0) {
                worst = stranger;
                most = admitted;
            }
        }
        if (worst != null) {
            String how = most == Certainty.TRUE ? "" : " by the unknown";
            failures.add(new Failure(
                    missed + "a stranger" + how + " (" + worst.kind() + ")", json, shown(worst.claims(), json) + said));
        }
    }

    private static void checkWitnesses(String json, List<Finding> findings, List<Failure> failures) {
        IamOracle oracle = new IamOracle(json, Map.of());
        for (Finding finding : findings) {
            if (finding.proof().isPresent()) {
                Proof proof = finding.proof().get();
                Certainty admitted = oracle.admits(proof.claims().values());
                Certainty wrong = proof.allowed() ? Certainty.FALSE : Certainty.TRUE;
                if (admitted == wrong) {
                    String kind = "witness of " + finding.rule().name() + " that it " + proof.verb()
                            + ", and the oracle surely does not say so";
                    failures.add(new Failure(kind, json, proof.json()));
                }
            }
        }
    }

    /** The subject, and the claims that the policy names. */
    private static String shown(Map<String, String> claims, String json) {
        Map<String, String> named = new TreeMap<>(claims);
        named.keySet().removeIf(name -> !name.equals("sub") && !json.contains(":" + name + "\""));
        return named.toString();
    }

    /** The first frame of the library. */
    private static String at(Throwable thrown) {
        return Stream.of(thrown.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("io.github.cdkoidc."))
                .findFirst()
                .map(frame -> " at " + frame.getClassName() + "." + frame.getMethodName())
                .orElse("");
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** What was checked so far. */
    @Override
    public String toString() {
        return tokens + " tokens of strangers tried, " + malformed + " policies refused as malformed, slowest "
                + slowest / 1_000_000 + " ms of CPU";
    }
}
