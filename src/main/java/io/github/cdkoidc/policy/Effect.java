package io.github.cdkoidc.policy;

import java.util.Optional;
import java.util.stream.Stream;

/** What a statement that applies does. */
public enum Effect {
    /** Admits, unless another statement denies. */
    ALLOW("Allow"),
    /** Keeps out, whatever other statements allow. */
    DENY("Deny");

    private final String iamName;

    Effect(String iamName) {
        this.iamName = iamName;
    }

    /** {@return the effect's name in a policy, {@code Allow} or {@code Deny}} */
    public String iamName() {
        return iamName;
    }

    static Optional<Effect> named(String iamName) {
        return Stream.of(values())
                .filter(effect -> effect.iamName.equals(iamName))
                .findFirst();
    }
}
