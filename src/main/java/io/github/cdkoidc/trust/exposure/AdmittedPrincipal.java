package io.github.cdkoidc.trust.exposure;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cdkoidc.internal.evaluate.PolicyEvaluator;
import io.github.cdkoidc.policy.CloudFormationExpression;
import io.github.cdkoidc.policy.Condition;
import io.github.cdkoidc.policy.PrincipalType;
import java.util.List;

/**
 * A caller that a policy names and that is not a provider of GitHub: an account, a user, a role or a service of AWS, or another identity
 * provider.
 *
 * @param place where it stands, a JSON pointer such as {@code /Statement/1/Principal}
 * @param type what kind of caller it is
 * @param value what the policy says, a text or an expression
 * @param origin whose caller it is
 * @param action what lets it in, such as {@code sts:AssumeRole}; empty if it cannot assume the role
 * @param depends the conditions that no token decides, and statements that may deny it, as far as they can keep it out
 * @param what what it is, in words
 */
public record AdmittedPrincipal(
        String place,
        PrincipalType type,
        JsonNode value,
        Origin origin,
        String action,
        List<Condition> depends,
        String what) {

    /** Whose caller a principal is. */
    public enum Origin {
        /** The role itself. */
        ITSELF,
        /** Of the role's own account, or a service or identity provider that its account trusts by name. */
        OWN,
        /** Of an account that is not known to be the role's own. */
        UNKNOWN,
        /** Of another account, or anybody. */
        STRANGER;

        /** {@return whether it is not known to be of the role's own account} */
        public boolean mayBeForeign() {
            return this == UNKNOWN || this == STRANGER;
        }
    }

    /** Takes a copy. */
    public AdmittedPrincipal {
        depends = List.copyOf(depends);
    }

    /**
     * {@return the callers of a policy that are not providers of GitHub, in their order, those that cannot assume the role too}
     *
     * @param policy the policy
     */
    public static List<AdmittedPrincipal> in(PolicyEvaluator policy) {
        return AdmittedPrincipals.of(policy);
    }

    /** {@return whether it can assume the role, the conditions that no token decides taken to hold} */
    public boolean isAdmitted() {
        return !action.isEmpty();
    }

    /** {@return whether somebody outside the role's account can assume the role, as far as is known} */
    public boolean isStranger() {
        return isAdmitted() && origin == Origin.STRANGER;
    }

    /** {@return whether a wildcard stands for it} */
    public boolean isWildcard() {
        return isWildcard(value);
    }

    static boolean isWildcard(JsonNode value) {
        String text = CloudFormationExpression.text(value);
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    /** {@return whether whoever is admitted by another of these is admitted by this too} */
    boolean covers(AdmittedPrincipal other) {
        boolean same = type == other.type
                && (value.equals(other.value) || value.asText().equals("*"));
        return isAdmitted() && (same || type == PrincipalType.EVERYONE) && other.depends.containsAll(depends);
    }

    /** What it is, and what lets it in. */
    @Override
    public String toString() {
        String who = "principal " + what + (what.contains(", ") ? "," : "");
        return who + (isAdmitted() ? " can assume the role with " + how() : " cannot assume the role");
    }

    /** {@return what lets it in, and what that depends on} */
    public String how() {
        List<String> keys = depends.stream().map(Condition::key).distinct().toList();
        return keys.isEmpty() ? action : action + " unless " + String.join(", ", keys) + " says otherwise";
    }
}
