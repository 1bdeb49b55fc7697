package io.github.cdkoidc.soundness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Holds the judge to the oracle on random policies. Profile {@code soundness} runs it, see {@code pom.xml}. */
class JudgeSoundnessTest {

    /** So many of a kind are made smaller and grouped by their cause: more take long and show little. */
    private static final int SHRUNK = 40;

    private static final Comparator<Failure> SMALLEST =
            Comparator.comparingInt(failure -> failure.policy().length());

    private final Map<String, Integer> tried = new TreeMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<String, Failure> examples = new TreeMap<>();

    @Test
    void theJudgeMissesNoStrangerAndInventsNone() {
        int policies = Integer.getInteger("soundness.policies", 100_000);
        PolicyGenerator generator = new PolicyGenerator(Long.getLong("soundness.seed", 1L));
        JudgeCheck check = new JudgeCheck();

        for (int i = 0; i < policies; i++) {
            check.of(generator.next()).forEach(failure -> add(failure, check));
        }

        assertThat(counts).as("%d policies, %s%n%s", policies, check, report()).isEmpty();
    }

    private void add(Failure failure, JudgeCheck check) {
        boolean shrinks = !failure.kind().equals("slow") && tried.merge(failure.kind(), 1, Integer::sum) <= SHRUNK;
        Failure shown = shrinks ? PolicyShrinker.shrunk(failure, check::of).withCause() : failure;
        counts.merge(shown.kind(), 1, Integer::sum);
        examples.merge(shown.kind(), shown, (a, b) -> SMALLEST.compare(a, b) <= 0 ? a : b);
    }

    private String report() {
        StringBuilder report = new StringBuilder();
        List<String> kinds = counts.keySet().stream()
                .sorted(Comparator.comparing((String kind) -> counts.get(kind)).reversed())
                .toList();
        for (String kind : kinds) {
            Failure example = examples.get(kind);
            report.append("%d x %s%n    policy %s%n    token  %s%n"
                    .formatted(counts.get(kind), kind, example.policy(), example.shown()));
        }
        return report.toString();
    }
}
