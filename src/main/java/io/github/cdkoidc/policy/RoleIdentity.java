package io.github.cdkoidc.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is known of the role whose trust policy a document is.
 *
 * @param account the 12 digits of its account, if they are known
 * @param name its name, without path, if it is known
 */
public record RoleIdentity(Optional<String> account, Optional<String> name) {

    /** A role of which nothing is known. */
    public static final RoleIdentity UNKNOWN = new RoleIdentity(Optional.empty(), Optional.empty());

    /** The form of a role's name: 1 to 64 of {@code [\w+=,.@-]}. */
    public static final Pattern NAME = Pattern.compile("[A-Za-z0-9_+=,.@-]{1,64}");

    private static final Pattern SESSION = Pattern.compile("arn:[^:]+:sts::[^:]*:assumed-role/([^/]+)/.*");
    private static final Pattern ROLE = Pattern.compile("arn:[^:]+:iam::[^:]*:role/(?:.*/)?([^/]+)");

    /** {@return why IAM does not take a name, a text or an expression, as far as it is written out} */
    static Optional<String> refused(JsonNode name) {
        String known = CloudFormationExpression.text(name);
        boolean whole = known.indexOf(CloudFormationExpression.UNKNOWN) < 0;
        String written = known.replace(String.valueOf(CloudFormationExpression.UNKNOWN), "");
        boolean refused =
                !(written.isEmpty() && !whole) && !NAME.matcher(written).matches();
        return refused
                ? Optional.of(
                        "the name of the role is \"" + known + "\", and IAM takes 1 to 64 of A-Z a-z 0-9 _ + = , . @ -")
                : Optional.empty();
    }

    /** Whether a principal is this role or a session of it, if it is of the role's account. */
    public boolean isNameOf(JsonNode principal) {
        return name.isPresent()
                && name(CloudFormationExpression.text(principal)).equals(name);
    }

    private static Optional<String> name(String arn) {
        Matcher role = ROLE.matcher(arn);
        Matcher session = SESSION.matcher(arn);
        return role.matches()
                ? Optional.of(role.group(1))
                : session.matches() ? Optional.of(session.group(1)) : Optional.empty();
    }
}
