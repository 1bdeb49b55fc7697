package io.github.cdkoidc.trust;

import java.util.stream.Stream;

/**
 * What a rule stands on.
 *
 * @param severity how bad it is
 * @param source where it is documented
 * @param check how it is found
 */
record Ground(Severity severity, Source source, Check check) {

    static Ground of(Severity severity, Source source, Check check) {
        return new Ground(severity, source, check);
    }

    /** Of a rule that no policy alone shows, but a template or a text that is no policy. */
    static Ground of(Severity severity, Source source) {
        return new Ground(severity, source, policy -> Stream.empty());
    }
}
