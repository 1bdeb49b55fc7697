package io.github.cdkoidc.policy;

/**
 * How long a role's session may last, in seconds.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use.html">IAM: methods to assume a role</a>
 */
public final class SessionLimits {

    /** The least that a role's {@code MaxSessionDuration} can be: {@value}. */
    public static final int SHORTEST = 3_600;

    /** The most that it can be: {@value}. */
    public static final int LONGEST = 43_200;

    /** What it is unless the role says otherwise: {@value}. */
    public static final int DEFAULT = 3_600;

    /** The most that AWS grants a session that another role's session starts, whatever the role says: {@value}. */
    public static final int CHAINED = 3_600;

    private SessionLimits() {}
}
