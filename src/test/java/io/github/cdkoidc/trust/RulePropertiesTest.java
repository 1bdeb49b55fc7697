package io.github.cdkoidc.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The rules take any policy, and each of their witnesses is confirmed, or {@link Finding} would refuse it. */
class RulePropertiesTest {

    @Property(tries = 120, seed = "1", edgeCases = EdgeCasesMode.NONE)
    void ifNobodyGetsInNoTokenDoes(@ForAll("policies") TrustPolicy policy, @ForAll("tokens") List<TokenWord> words) {
        List<Finding> nobody = policy.lint().stream()
                .filter(finding -> finding.rule() == TrustRule.NOBODY)
                .toList();

        assertThat(nobody).allSatisfy(finding -> assertThat(finding.witness()).isPresent());
        if (!nobody.isEmpty()) {
            assertThat(policy.exposure().isNone()).isTrue();
            assertThat(policy.exposureOfCustomisedSubjects().isNone()).isTrue();
            Issuers issuers = new Inquiry(Mintable.BY_DEFAULT, new Judge(policy.document())).issuers();
            assertThat(words)
                    .allSatisfy(word -> assertThat(
                                    policy.decide(word.claims(issuers)).isDenied())
                            .isTrue());
        }
    }

    @Provide
    Arbitrary<TrustPolicy> policies() {
        return TokenPolicies.policies();
    }

    @Provide
    Arbitrary<List<TokenWord>> tokens() {
        return Tokens.byDefault().list().ofSize(20);
    }
}
