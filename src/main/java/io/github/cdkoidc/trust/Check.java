package io.github.cdkoidc.trust;

import java.util.stream.Stream;

/** How a rule finds what it is about. */
interface Check {

    /** What only a whole template shows: the provider's account and audiences, or another stack. */
    Check OF_TEMPLATE = policy -> Stream.empty();

    /** What only a text shows that is no policy. */
    Check OF_TEXT = policy -> Stream.empty();

    Stream<Evidence> of(Inspection policy);
}
