package io.github.cdkoidc.trust.rules;

import java.util.stream.Stream;

/**
 * What a rule stands on.
 *
 * @param severity how bad it is
 * @param source where it is documented
 * @param check how it is found
 */
record RuleDefinition(Severity severity, RuleReference source, RuleCheck check) {

    /** Of a rule on whole policies. */
    static RuleDefinition ofPolicy(Severity severity, RuleReference source, RuleCheck check) {
        return new RuleDefinition(severity, source, check);
    }

    /** Of a rule on each statement that lets runs of GitHub in. */
    static RuleDefinition of(Severity severity, RuleReference source, RuleCheck.OfGrant check) {
        return new RuleDefinition(
                severity, source, (rule, policy) -> policy.grants().stream().flatMap(check::of));
    }

    /** Of a rule on who gets in that nobody has named. */
    static RuleDefinition ofLeaks(Severity severity, RuleReference source) {
        return new RuleDefinition(
                severity,
                source,
                (rule, policy) -> policy.grants().stream()
                        .flatMap(grant -> grant.leaks().stream())
                        .filter(leak -> leak.rule() == rule)
                        .map(UnintendedAccess::evidence));
    }

    /** Of a rule that no policy alone shows, but a template or a text that is no policy. */
    static RuleDefinition ofTemplate(Severity severity, RuleReference source) {
        return new RuleDefinition(severity, source, (rule, policy) -> Stream.empty());
    }
}
