package io.github.cdkoidc.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdkoidc.trust.RuleCase.Expected;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule finds what is bad, proves it, and leaves its nearest good neighbour alone. */
class TrustRuleCasesTest {

    /** What no policy alone shows. */
    private static final Set<TrustRule> OF_TEMPLATES = EnumSet.of(
            TrustRule.FOREIGN_PROVIDER,
            TrustRule.PROVIDER_TWICE,
            TrustRule.UNREADABLE_TEMPLATE,
            TrustRule.EXTRA_AUDIENCES);

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void whatIsWrongIsFoundAndProved(RuleCase one) {
        List<Finding> findings = TrustPolicy.lint(one.policy());

        assertThat(findings)
                .as(findings.toString())
                .extracting(finding -> Expected.of(finding, one.policy()))
                .containsExactlyElementsOf(one.findings());
    }

    static Stream<RuleCase> cases() {
        return RuleCase.all().stream();
    }

    @Test
    void everyRuleHasABadPolicyAndAGoodNeighbour() {
        Set<String> rules = Stream.of(TrustRule.values())
                .filter(rule -> !OF_TEMPLATES.contains(rule))
                .map(TrustRule::id)
                .collect(Collectors.toSet());

        assertThat(ids(RuleCase::isBad)).isEqualTo(rules);
        assertThat(ids(one -> !one.isBad())).isEqualTo(rules);
    }

    private static Set<String> ids(Predicate<RuleCase> wanted) {
        return cases().filter(wanted).map(RuleCase::rule).collect(Collectors.toSet());
    }

    @Test
    void theWorstIsSaidFirst() {
        for (RuleCase one : RuleCase.all()) {
            assertThat(TrustPolicy.lint(one.policy()))
                    .extracting(finding -> finding.rule().severity())
                    .isSorted();
        }
    }
}
