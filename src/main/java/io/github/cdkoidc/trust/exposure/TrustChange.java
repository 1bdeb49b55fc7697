package io.github.cdkoidc.trust.exposure;

import io.github.cdkoidc.internal.evaluate.PolicyEvaluator;
import io.github.cdkoidc.internal.tokens.MintableTokens;
import java.util.List;

/**
 * The effect of a change of a policy: which tokens and which other principals are newly admitted, and which no longer are. What is
 * unknown counts at its worst: a test that the policies share holds or does not hold in both, and a test of one policy alone is met
 * where that admits more.
 *
 * @param gained the tokens that are admitted after the change and were not before
 * @param lost the tokens that were admitted before the change and are not after it
 * @param gainedPrincipals the principals beside GitHub's providers that can assume the role after the change and could not before
 * @param lostPrincipals those that could before the change and cannot after it
 */
public record TrustChange(
        Exposure gained,
        Exposure lost,
        List<AdmittedPrincipal> gainedPrincipals,
        List<AdmittedPrincipal> lostPrincipals) {

    /** Takes copies. */
    public TrustChange {
        gainedPrincipals = List.copyOf(gainedPrincipals);
        lostPrincipals = List.copyOf(lostPrincipals);
    }

    /**
     * The effect of a change.
     *
     * @param before the policy before it
     * @param after the policy after it
     * @return both sides, each with a token that proves it
     */
    public static TrustChange between(PolicyEvaluator before, PolicyEvaluator after) {
        List<AdmittedPrincipal> was = AdmittedPrincipals.beside(before, after);
        List<AdmittedPrincipal> is = AdmittedPrincipals.beside(after, before);
        return new TrustChange(
                difference(after, before), difference(before, after), uncovered(is, was), uncovered(was, is));
    }

    private static List<AdmittedPrincipal> uncovered(List<AdmittedPrincipal> these, List<AdmittedPrincipal> others) {
        return these.stream()
                .filter(one -> others.stream().noneMatch(other -> other.covers(one)))
                .toList();
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
     * @return true if the same tokens and the same principals are admitted
     */
    public boolean isNone() {
        return gained.isNone() && lost.isNone() && gainedPrincipals.isEmpty() && lostPrincipals.isEmpty();
    }

    @Override
    public String toString() {
        return "gained\n" + text(gained, gainedPrincipals) + "lost\n" + text(lost, lostPrincipals);
    }

    private static String text(Exposure runs, List<AdmittedPrincipal> principals) {
        StringBuilder text = new StringBuilder(runs.toString().indent(2));
        principals.forEach(principal -> text.append(principal.toString().indent(2)));
        return text.toString();
    }
}
