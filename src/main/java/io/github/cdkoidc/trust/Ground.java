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

    /** Of a rule on whole policies. */
    static Ground ofPolicy(Severity severity, Source source, Check check) {
        return new Ground(severity, source, check);
    }

    /** Of a rule on each statement that lets runs of GitHub in. */
    static Ground of(Severity severity, Source source, Check.OfGrant check) {
        return new Ground(
                severity, source, (rule, policy) -> policy.grants().stream().flatMap(check::of));
    }

    /** Of a rule on who gets in that nobody has named. */
    static Ground ofLeaks(Severity severity, Source source) {
        return new Ground(
                severity,
                source,
                (rule, policy) -> policy.grants().stream()
                        .flatMap(grant -> grant.leaks().stream())
                        .filter(leak -> leak.rule() == rule)
                        .map(Leak::evidence));
    }

    /** Of a rule that no policy alone shows, but a template or a text that is no policy. */
    static Ground ofTemplate(Severity severity, Source source) {
        return new Ground(severity, source, (rule, policy) -> Stream.empty());
    }
}
