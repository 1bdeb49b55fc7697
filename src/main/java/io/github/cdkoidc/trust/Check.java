package io.github.cdkoidc.trust;

import java.util.stream.Stream;

/** How a rule finds what it is about. */
interface Check {
    Stream<Evidence> of(Inspection policy);
}
