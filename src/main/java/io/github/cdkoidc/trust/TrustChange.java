package io.github.cdkoidc.trust;

/**
 * What a change of a policy does: who is let in that was not, and who no longer is.
 *
 * @param gained the tokens that are admitted after the change and were not before
 * @param lost the tokens that were admitted before the change and are not after it
 */
public record TrustChange(Exposure gained, Exposure lost) {

    /**
     * What a change does.
     *
     * @param before the policy before it
     * @param after the policy after it
     * @return both sides, each with a token that proves it
     */
    public static TrustChange between(Judge before, Judge after) {
        return new TrustChange(difference(after, before), difference(before, after));
    }

    /** Those whom the one admits and not the other; if there are none by default, those who have a customised {@code sub}. */
    private static Exposure difference(Judge one, Judge other) {
        Exposure byDefault = difference(Mintable.BY_DEFAULT, one, other);
        return byDefault.isNone() ? difference(Mintable.BY_TEMPLATE, one, other) : byDefault;
    }

    private static Exposure difference(Mintable mintable, Judge one, Judge other) {
        return Inquiry.answer(() -> {
            Inquiry inquiry = new Inquiry(mintable, one, other);
            return inquiry.exposure(inquiry.admittedBy(one, other));
        });
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
