package io.github.cdkoidc.doctor;

import io.github.cdkoidc.trust.coverage.RunCoverage;
import io.github.cdkoidc.workflow.AwsLogin;
import io.github.cdkoidc.workflow.text.ClaimText;
import java.util.Optional;

/** The token is for another audience than the role's. */
final class AudienceCause {

    private AudienceCause() {}

    /** A finding if the run is admitted for another audience. */
    static Optional<DoctorFinding> of(DoctorContext context, DoctorRow row, DoctorRole role) {
        AwsLogin login = row.login().orElseThrow();
        return context.whatIf(row)
                .filter(whatIf -> login.audience() instanceof ClaimText.Known)
                .map(whatIf -> role.policy().decide(whatIf.forAnyAudience()))
                .filter(RunCoverage::admitsSome)
                .flatMap(coverage -> coverage.admitted().stream())
                .flatMap(token -> token.get("aud").stream())
                .map(wanted -> DoctorFinding.at(
                                DoctorRule.AUDIENCE_DIFFERS,
                                login.place(),
                                "login asks for a token for " + login.audience().shown() + ", and role " + role.name()
                                        + " admits one for " + wanted,
                                Remedy.yamlKey("with: of the login at " + login.place(), "audience", wanted))
                        .about(role))
                .findFirst();
    }
}
