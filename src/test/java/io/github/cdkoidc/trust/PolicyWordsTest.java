package io.github.cdkoidc.trust;

import static org.assertj.core.api.Assertions.assertThat;

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
class PolicyWordsTest {

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void theAutomatonAgreesWithTheEvaluator(
            @ForAll("policies") TrustPolicy policy, @ForAll("tokens") List<TokenWord> words) {
        Judge judge = new Judge(policy.document());
        Inquiry inquiry = new Inquiry(Mintable.BY_DEFAULT, judge);
        Dfa admitted = inquiry.admittedBy(judge);
        for (TokenWord word : words) {
            Decision decision = policy.decide(word.claims(inquiry.issuers()));
            Truth decided = decision.isUndecided() ? Truth.UNKNOWN : Truth.of(decision.isAllowed());
            Statistics.collect(decided);

            assertThat(admitted.truthOf(Tokens.asked(word, policy).text()))
                    .as(policy.toJson() + "\n" + decision.explain())
                    .isEqualTo(decided);
        }
        Statistics.coverage(PolicyWordsTest::everyAnswerIsOftenGiven);
    }

    private static void everyAnswerIsOftenGiven(StatisticsCoverage coverage) {
        for (Truth truth : Truth.values()) {
            coverage.check(truth).percentage(percentage -> percentage > 3);
        }
    }

    @Provide
    Arbitrary<TrustPolicy> policies() {
        return TokenPolicies.policies();
    }

    @Provide
    Arbitrary<List<TokenWord>> tokens() {
        return Tokens.byDefault().list().ofSize(40);
    }
}
