package io.github.cdkoidc.trust.exposure;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cdkoidc.policy.CloudFormationExpression;
import io.github.cdkoidc.policy.PolicyDocument;
import io.github.cdkoidc.policy.PrincipalAccount;
import io.github.cdkoidc.policy.PrincipalType;
import io.github.cdkoidc.policy.ProviderArn;
import io.github.cdkoidc.policy.RoleIdentity;
import io.github.cdkoidc.trust.exposure.AdmittedPrincipal.Origin;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Whose caller a principal is, seen from a role. The role's account is that of the role, or else that of the providers of GitHub that its
 * policy names, because IAM takes no others.
 */
final class PrincipalOrigin {

    /** Whose caller it is, and what it is in words. */
    record Answer(Origin origin, String what) {}

    private final RoleIdentity role;
    private final Set<String> accounts = new LinkedHashSet<>();

    PrincipalOrigin(PolicyDocument policy) {
        this.role = policy.role();
        role.account().ifPresent(accounts::add);
        if (accounts.isEmpty()) {
            ProviderArn.in(policy).forEach(arn -> arn.account().ifPresent(accounts::add));
        }
    }

    /** Nothing if it may be a provider of GitHub, which is judged as such. */
    Optional<Answer> of(PrincipalType type, JsonNode value) {
        boolean wildcard = AdmittedPrincipal.isWildcard(value);
        return switch (type) {
            case EVERYONE -> everyone(value);
            case AWS -> CloudFormationExpression.text(value).equals("*") ? everyone(value) : account(value);
            case FEDERATED ->
                wildcard
                        ? answer(Origin.STRANGER, value, "every identity provider that fits")
                        : answer(Origin.OWN, value, "another identity provider").filter(known -> value.isTextual());
            case SERVICE -> answer(wildcard ? Origin.STRANGER : Origin.OWN, value, "a service of AWS");
            case CANONICAL_USER -> answer(Origin.UNKNOWN, value, "a user whose account it does not tell");
        };
    }

    private static Optional<Answer> everyone(JsonNode value) {
        return answer(Origin.STRANGER, value, "every principal of every AWS account");
    }

    private static Optional<Answer> answer(Origin origin, JsonNode value, String what) {
        return Optional.of(new Answer(origin, value + ", " + what));
    }

    private Optional<Answer> account(JsonNode value) {
        PrincipalAccount account = PrincipalAccount.of(value);
        return switch (account.kind()) {
            case ANY -> answer(Origin.STRANGER, value, "of any account");
            case OWN -> own(value);
            case UNKNOWN ->
                answer(
                        Origin.UNKNOWN,
                        value,
                        value.isTextual()
                                ? "of which the account is not known (write its ARN)"
                                : "of which the account is not known before the deployment (write its number)");
            case NUMBER -> accounts.contains(account.number()) ? own(value) : foreign(value, account.number());
        };
    }

    private Optional<Answer> own(JsonNode value) {
        return role.isNameOf(value)
                ? answer(Origin.ITSELF, value, "the role itself")
                : answer(Origin.OWN, value, "of the role's own account");
    }

    /** Where the role's account is not known, it is taken to be another. */
    private Optional<Answer> foreign(JsonNode value, String number) {
        String own = accounts.isEmpty()
                ? ", which is not known to be the role's own (give the role's account, or write ${AWS::AccountId} in a template)"
                : " and not of the role's own, " + String.join(", ", accounts);
        return answer(Origin.STRANGER, value, "of account " + number + own);
    }
}
