package io.github.cdkoidc.doctor;

import io.github.cdkoidc.trust.TrustPolicy;
import java.util.Optional;

/** Makes roles of which little is known. */
final class DoctorRoles {

    private DoctorRoles() {}

    static DoctorRole of(String name, TrustPolicy policy) {
        return known(name, policy, Optional.empty(), Optional.empty());
    }

    static DoctorRole withLogicalId(DoctorRole role, String logicalId) {
        return known(role.name(), role.policy(), Optional.empty(), Optional.of(logicalId));
    }

    static DoctorRole withRoleName(DoctorRole role, String roleName) {
        return known(role.name(), role.policy(), Optional.of(roleName), Optional.empty());
    }

    private static DoctorRole known(
            String name, TrustPolicy policy, Optional<String> roleName, Optional<String> logicalId) {
        return new DoctorRole(name, policy, Optional.empty(), roleName, logicalId, Optional.empty(), Optional.empty());
    }

    static DoctorRole inAccount(DoctorRole role, String account, String roleName, Optional<String> arn) {
        return new DoctorRole(
                role.name(),
                role.policy(),
                arn,
                Optional.of(roleName),
                role.logicalId(),
                Optional.of(account),
                role.maxSessionSeconds());
    }

    static DoctorRole withMaxSessionSeconds(DoctorRole role, int seconds) {
        return new DoctorRole(
                role.name(),
                role.policy(),
                role.arn(),
                role.roleName(),
                role.logicalId(),
                role.account(),
                Optional.of(seconds));
    }
}
