package io.github.cdkoidc.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.GitHubRepository;
import io.github.cdkoidc.trust.TrustPolicy;
import io.github.cdkoidc.trust.decision.Decision;
import java.util.Locale;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PolicyRoundTripTest {

    private static final GitHubClaims RUN = GitHubClaims.of(
                    GitHubRepository.of("octo-org/octo-repo").withIds(123456, 456789))
            .branch("main")
            .environment("production")
            .build();

    @Property
    void whatIsWrittenIsReadAsTheSame(@ForAll("policies") TrustPolicy policy) {
        TrustPolicy read = TrustPolicy.parse(policy.toJson());

        assertThat(read).isEqualTo(policy).hasSameHashCodeAs(policy);
        assertThat(read.toJson()).isEqualTo(policy.toJson());
    }

    @Property
    void everyPolicyIsDecidedAndExplained(@ForAll("policies") TrustPolicy policy) {
        Decision decision = policy.decide(RUN);

        assertThat(decision.explain()).startsWith(decision.toString());
        assertThat(TrustPolicy.parse(policy.toJson()).decide(RUN)).hasToString(decision.toString());
    }

    @Property
    void anOperatorIsReadByItsNameInAnyCase(@ForAll("operators") ConditionOperator operator) {
        assertThat(ConditionOperator.named(operator.iamName())).contains(operator);
        assertThat(ConditionOperator.named(operator.iamName().toUpperCase(Locale.ROOT)))
                .contains(operator);
    }

    @Provide
    Arbitrary<TrustPolicy> policies() {
        return PolicyArbitraries.policies();
    }

    @Provide
    Arbitrary<ConditionOperator> operators() {
        return PolicyArbitraries.operators();
    }
}
