package io.github.cdkoidc.trust.exposure;

import io.github.cdkoidc.internal.evaluate.PolicyEvaluator;
import io.github.cdkoidc.internal.tokens.MintableTokens;

/**
 * The effect of a change of a policy: which tokens are newly admitted, and which no longer are. What is unknown counts at its worst: a
 * test that the policies share holds or does not hold in both, and a test of one policy alone is met where that admits more.
 *
 * @param gained the tokens that are admitted after the change and were not before
 * @param lost the tokens that were admitted before the change and are not after it
 */
public record TrustChange(Exposure gained, Exposure lost) {

    /**
     * The effect of a change.
     *
     * @param before the policy before it
     * @param after the policy after it
     * @return both sides, each with a token that proves it
     */
    public static TrustChange between(PolicyEvaluator before, PolicyEvaluator after) {
        return new TrustChange(difference(after, before), difference(before, after));
    }

    /** The tokens that one admits and the other does not; if there are none with the default {@code sub}, those with a customised one. */
    private static Exposure difference(PolicyEvaluator one, PolicyEvaluator other) {
        Exposure byDefault = difference(MintableTokens.BY_DEFAULT, one, other);
        return byDefault.isNone() ? difference(MintableTokens.BY_TEMPLATE, one, other) : byDefault;
    }

    private static Exposure difference(MintableTokens mintable, PolicyEvaluator one, PolicyEvaluator other) {
        return ExposureQuery.difference(mintable, one, other);
    }

    /**
     * Whether it is proved that nothing changes.
     *
     * @return true if the same tokens are admitted
     */
    public boolean isNone() {
        return gained.isNone() && lost.isNone();
    }

    @Override
    public String toString() {
        return "gained\n" + gained.toString().indent(2) + "lost\n"
                + lost.toString().indent(2);
    }
}
