package io.github.cdkoidc;

import io.github.cdkoidc.claims.CdkToken;
import io.github.cdkoidc.policy.RoleIdentity;
import io.github.cdkoidc.policy.SessionLimits;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.TimeConversionOptions;

/**
 * IAM's own rules for a role, checked before the construct exists: the CDK checks some of them when it is already half made, and IAM
 * the rest when the stack is half deployed.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html">IAM: CreateRole</a>
 */
final class IamRoleLimits {

    private static final Pattern PATH = Pattern.compile("(?=.{1,512}$)(/|/[!-~]+/)");
    private static final Pattern DESCRIPTION = Pattern.compile("[\\t\\n\\r\\x20-\\x7e\\xa1-\\xff]{1,1000}");
    private static final List<String> RESERVED_NAMES = List.of("AWSServiceRoleFor", "AWSReservedSSO_");
    private static final List<String> RESERVED_PATHS = List.of("/aws-service-role/", "/aws-reserved/");

    private IamRoleLimits() {}

    /** The argument of a method that need not be called. */
    static <T> T given(@Nullable T argument, String what) {
        return Objects.requireNonNull(argument, () -> what + " is null: leave the call out");
    }

    static String requireName(String name) {
        requireForm(
                RoleIdentity.NAME,
                "roleName",
                name,
                "valid in IAM (1 to 64 of A-Z a-z 0-9 _ + = , . @ -)",
                "FetchMessage");
        return requireFree(RESERVED_NAMES, "roleName", name, "a name of your own");
    }

    static String requirePath(String path) {
        requireForm(PATH, "path", path, "valid in IAM (up to 512 characters without blanks between two /)", "/github/");
        return requireFree(RESERVED_PATHS, "path", path, "a path of your own, such as \"/github/\"");
    }

    static String requireDescription(String description) {
        String why = "valid in IAM (1 to 1000 characters of U+0020 to U+00FF)";
        return requireForm(DESCRIPTION, "description", description, why, "Reads /message");
    }

    static Duration requireSession(Duration session) {
        if (session.isUnresolved()) {
            throw new IllegalArgumentException(
                    "maxSessionDuration is a CDK token, which has no length yet, and the CDK "
                            + "checks it: write Duration.hours(1) to Duration.hours(12)");
        }
        Number seconds = seconds(session);
        double length = seconds.doubleValue();
        if (length < SessionLimits.SHORTEST || length > SessionLimits.LONGEST || length != Math.rint(length)) {
            throw new IllegalArgumentException("maxSessionDuration of " + seconds + " seconds is not valid in IAM ("
                    + SessionLimits.SHORTEST + " to " + SessionLimits.LONGEST
                    + " whole seconds): write Duration.hours(1) to Duration.hours(12)");
        }
        return session;
    }

    static Number seconds(Duration duration) {
        return duration.toSeconds(
                TimeConversionOptions.builder().integral(false).build());
    }

    static <V> List<V> copy(List<? extends V> policies) {
        policies.forEach(policy -> Objects.requireNonNull(policy, "managed policy is null: leave it out"));
        return List.copyOf(policies);
    }

    static <V> Map<String, V> copy(Map<String, ? extends V> policies) {
        policies.forEach((name, policy) ->
                Objects.requireNonNull(policy, () -> "inline policy \"" + name + "\" is null: leave it out"));
        return Collections.unmodifiableMap(new LinkedHashMap<>(policies));
    }

    /** The text, if it is of a form or a CDK token. */
    static String requireForm(Pattern form, String what, @Nullable String given, String why, String example) {
        if (given == null || !(CdkToken.isIn(given) || form.matcher(given).matches())) {
            String shown = given == null
                    ? "null"
                    : given.length() > 100
                            ? "\"" + given.substring(0, 100) + "…\" (" + given.length() + " characters)"
                            : "\"" + given + "\"";
            throw new IllegalArgumentException(
                    what + " " + shown + " is not " + why + ": write one such as \"" + example + "\"");
        }
        return given;
    }

    private static String requireFree(List<String> reserved, String what, String given, String instead) {
        for (String prefix : reserved) {
            if (given.startsWith(prefix)) {
                throw new IllegalArgumentException(what + " \"" + given + "\" starts with " + prefix
                        + ", which AWS reserves for itself: write " + instead);
            }
        }
        return given;
    }
}
