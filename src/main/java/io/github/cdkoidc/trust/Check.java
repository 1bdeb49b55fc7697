package io.github.cdkoidc.trust;

import java.util.stream.Stream;

/** How a rule finds what it is about. */
interface Check {

    /** What is found where runs of GitHub get in. */
    interface OfGrant {
        Stream<Evidence> of(Grant grant);
    }

    Stream<Evidence> of(TrustRule rule, Inspection policy);
}
