package io.github.cdkoidc.doctor;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.internal.yaml.SourceLocation;
import java.util.List;
import java.util.Optional;

/**
 * What a rule has found.
 *
 * @param place where it is in a workflow; nothing if it is a role's alone
 * @param message what is there and what follows, in one line, without what to write instead
 * @param remedies what to paste; whether one is enough or all are needed, the rule's fix says
 * @param fix what to do, where that is more than the rule says
 * @param token the token that is admitted or denied; ask the role's policy again to see it
 */
public record DoctorFinding(
        DoctorRule rule,
        Optional<SourceLocation> place,
        Optional<DoctorRole> role,
        String message,
        List<Remedy> remedies,
        Optional<String> fix,
        Optional<GitHubClaims> token) {

    public DoctorFinding {
        remedies = List.copyOf(remedies);
    }

    static DoctorFinding at(DoctorRule rule, SourceLocation place, String message, List<Remedy> remedies) {
        return new DoctorFinding(
                rule, Optional.of(place), Optional.empty(), message, remedies, Optional.empty(), Optional.empty());
    }

    DoctorFinding about(DoctorRole one) {
        return new DoctorFinding(rule, place, Optional.of(one), message, remedies, fix, token);
    }

    DoctorFinding proved(Optional<GitHubClaims> by) {
        return new DoctorFinding(rule, place, role, message, remedies, fix, by);
    }

    DoctorFinding fixed(String how) {
        return new DoctorFinding(
                rule, place, role, message, remedies, Optional.of(how).filter(text -> !text.isEmpty()), token);
    }

    /** Severity, rule, place and message. */
    @Override
    public String toString() {
        return rule.severity() + " " + rule.id() + place.map(at -> " at " + at).orElse("") + ": " + message;
    }
}
