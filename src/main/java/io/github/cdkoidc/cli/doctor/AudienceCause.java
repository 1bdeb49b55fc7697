package io.github.cdkoidc.cli.doctor;

import io.github.cdkoidc.trust.Verdict;
import io.github.cdkoidc.workflow.AwsLogin;
import io.github.cdkoidc.workflow.Value;
import java.util.Optional;

/** The token is for another audience than the role's. */
final class AudienceCause {

    private AudienceCause() {}

    /** A finding if the run gets in for another audience. */
    static Optional<DoctorFinding> of(Chart chart, DoctorRow row, DoctorRole role) {
        AwsLogin login = row.login().orElseThrow();
        return chart.whatIf(row)
                .filter(whatIf -> login.audience() instanceof Value.Known)
                .map(whatIf -> role.policy().decide(whatIf.forAnyAudience()))
                .filter(Verdict::admitsSome)
                .flatMap(verdict -> verdict.admitted().stream())
                .flatMap(token -> token.get("aud").stream())
                .map(wanted -> DoctorFinding.at(
                                DoctorRule.AUDIENCE_DIFFERS,
                                login.place(),
                                "login asks for a token for " + login.audience().shown() + ", and role " + role.name()
                                        + " lets in one for " + wanted,
                                Remedy.yamlKey("with: of the login at " + login.place(), "audience", wanted))
                        .about(role))
                .findFirst();
    }
}
