package io.github.cdkoidc.doctor;

import io.github.cdkoidc.trust.TrustPolicy;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A role that workflows may assume, as far as it is known before it is deployed.
 *
 * @param name the role for a reader: its logical id, construct path or file
 * @param policy its trust policy
 * @param arn its ARN
 * @param roleName its name in IAM, which the deployment chooses unless the template does
 * @param logicalId its logical id in its template
 * @param account the account's 12 digits
 * @param stack the stack that makes it
 * @param region the stack's region
 * @param maxSessionSeconds how long a session may be at most; 3,600 unless the role says otherwise
 */
public record DoctorRole(
        String name,
        TrustPolicy policy,
        Optional<String> arn,
        Optional<String> roleName,
        Optional<String> logicalId,
        Optional<String> account,
        Optional<String> stack,
        Optional<String> region,
        Optional<Integer> maxSessionSeconds) {

    private static final Pattern ARN = Pattern.compile("arn:[^:]+:iam::(\\d{12}):role/(?:.*/)?([^/]+)");

    /**
     * A role of which only the trust policy is known.
     *
     * @param name the role for a reader
     * @param policy its trust policy
     * @return the role
     */
    public static DoctorRole of(String name, TrustPolicy policy) {
        Optional<String> unknown = Optional.empty();
        return new DoctorRole(name, policy, unknown, unknown, unknown, unknown, unknown, unknown, Optional.empty());
    }

    /**
     * The same with its ARN, which tells its account and its name.
     *
     * @param known such as {@code arn:aws:iam::123456789012:role/deploy}
     * @return the role
     * @throws IllegalArgumentException if it is no role's ARN
     */
    public DoctorRole withArn(String known) {
        Matcher parts = ARN.matcher(known);
        if (!parts.matches()) {
            throw new IllegalArgumentException("ARN \"" + known
                    + "\" is none of a role: write it as IAM shows it, such as arn:aws:iam::123456789012:role/deploy");
        }
        return new DoctorRole(
                name,
                policy,
                Optional.of(known),
                Optional.of(parts.group(2)),
                logicalId,
                Optional.of(parts.group(1)),
                stack,
                region,
                maxSessionSeconds);
    }

    /**
     * The same with its name in IAM.
     *
     * @param known the name, without its path
     * @return the role
     */
    public DoctorRole withRoleName(String known) {
        return new DoctorRole(
                name, policy, arn, Optional.of(known), logicalId, account, stack, region, maxSessionSeconds);
    }

    /**
     * The same with its logical id, from which CloudFormation makes the name of a role that has none.
     *
     * @param known the logical id
     * @return the role
     */
    public DoctorRole withLogicalId(String known) {
        return new DoctorRole(
                name, policy, arn, roleName, Optional.of(known), account, stack, region, maxSessionSeconds);
    }

    /**
     * The same with its account.
     *
     * @param known the account's 12 digits
     * @return the role
     */
    public DoctorRole withAccount(String known) {
        return new DoctorRole(
                name, policy, arn, roleName, logicalId, Optional.of(known), stack, region, maxSessionSeconds);
    }

    /**
     * The same with the stack that makes it.
     *
     * @param known the stack's name
     * @param of the stack's region, if that is known
     * @return the role
     */
    public DoctorRole withStack(String known, Optional<String> of) {
        return new DoctorRole(
                name, policy, arn, roleName, logicalId, account, Optional.of(known), of, maxSessionSeconds);
    }

    /**
     * The same with the longest session that it allows.
     *
     * @param seconds 3,600 to 43,200
     * @return the role
     */
    public DoctorRole withMaxSessionSeconds(int seconds) {
        return new DoctorRole(name, policy, arn, roleName, logicalId, account, stack, region, Optional.of(seconds));
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
