package io.github.cdkoidc.internal.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdkoidc.internal.automata.AutomatonBudget;
import io.github.cdkoidc.internal.automata.Dfa;
import io.github.cdkoidc.internal.automata.Ternary;
import io.github.cdkoidc.internal.evaluate.PolicyEvaluator;
import io.github.cdkoidc.trust.TrustPolicy;
import io.github.cdkoidc.trust.decision.Decision;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsCoverage;
import net.jqwik.api.statistics.StatisticsReport;

/** The automaton of a policy tells of every token what the evaluator decides. */
class PolicyAutomatonTest {

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void theAutomatonAgreesWithTheEvaluator(
            @ForAll("policies") TrustPolicy policy, @ForAll("tokens") List<EncodedToken> words) {
        PolicyEvaluator judge = new PolicyEvaluator(policy.document());
        PolicyAutomaton automaton = new PolicyAutomaton(
                MintableTokens.BY_DEFAULT, judge.statements(), new AutomatonBudget(AutomatonBudget.EDGES));
        Dfa admitted = automaton.of(judge.statements());
        for (EncodedToken word : words) {
            Decision decision = policy.decide(word.claims(automaton.issuers()));
            Ternary decided = decision.isUndecided() ? Ternary.UNKNOWN : Ternary.of(decision.isAllowed());
            Statistics.collect(decided);

            assertThat(admitted.truthOf(EncodedTokens.asked(word, policy).text()))
                    .as(policy.toJson() + "\n" + decision.explain())
                    .isEqualTo(decided);
        }
        Statistics.coverage(PolicyAutomatonTest::everyAnswerIsOftenGiven);
    }

    private static void everyAnswerIsOftenGiven(StatisticsCoverage coverage) {
        for (Ternary truth : Ternary.values()) {
            coverage.check(truth).percentage(percentage -> percentage > 3);
        }
    }

    @Provide
    Arbitrary<TrustPolicy> policies() {
        return TokenPolicies.policies();
    }

    @Provide
    Arbitrary<List<EncodedToken>> tokens() {
        return EncodedTokens.byDefault().list().ofSize(40);
    }
}
