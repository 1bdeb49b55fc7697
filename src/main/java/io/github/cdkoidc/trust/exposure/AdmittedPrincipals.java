package io.github.cdkoidc.trust.exposure;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.internal.automata.Ternary;
import io.github.cdkoidc.internal.evaluate.ConditionEvaluator;
import io.github.cdkoidc.internal.evaluate.PolicyEvaluator;
import io.github.cdkoidc.internal.evaluate.StatementEvaluator;
import io.github.cdkoidc.internal.evaluate.TokenRequest;
import io.github.cdkoidc.internal.json.JsonTree;
import io.github.cdkoidc.policy.CloudFormationExpression;
import io.github.cdkoidc.policy.Condition;
import io.github.cdkoidc.policy.Effect;
import io.github.cdkoidc.policy.PolicyPointer;
import io.github.cdkoidc.policy.PrincipalAccount;
import io.github.cdkoidc.policy.PrincipalType;
import io.github.cdkoidc.policy.ProviderArn;
import io.github.cdkoidc.trust.exposure.AdmittedPrincipal.Origin;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the callers of a policy that are not providers of GitHub. They present no claim of GitHub's, so a test of one decides about them;
 * of any other test it is taken that they meet it.
 */
final class AdmittedPrincipals {

    private static final String ASSUME_ROLE = "sts:AssumeRole";
    private static final List<String> OF_PROVIDERS = List.of("sts:AssumeRoleWithWebIdentity", "sts:AssumeRoleWithSAML");

    private final PolicyEvaluator policy;
    private final Set<String> accounts = new LinkedHashSet<>();
    private final List<AdmittedPrincipal> found = new ArrayList<>();

    private AdmittedPrincipals(PolicyEvaluator policy) {
        this.policy = policy;
        policy.document().role().account().ifPresent(accounts::add);
        if (accounts.isEmpty()) {
            ProviderArn.in(policy.document()).forEach(arn -> arn.account().ifPresent(accounts::add));
        }
    }

    /** All of them, also those that cannot assume the role. */
    static List<AdmittedPrincipal> of(PolicyEvaluator policy) {
        AdmittedPrincipals principals = new AdmittedPrincipals(policy);
        for (StatementEvaluator statement : policy.statements()) {
            if (statement.statement().effect() == Effect.ALLOW) {
                principals.add(statement);
            }
        }
        return List.copyOf(principals.found);
    }

    /** Those that can assume the role, but the role itself, if this policy or what it was before or after is about GitHub's runs. */
    static List<AdmittedPrincipal> beside(PolicyEvaluator policy, PolicyEvaluator other) {
        return isAboutGitHub(policy) || isAboutGitHub(other)
                ? of(policy).stream()
                        .filter(principal -> principal.isAdmitted() && principal.origin() != Origin.ITSELF)
                        .toList()
                : List.of();
    }

    /** Whether some statement of a policy is about GitHub's runs. */
    private static boolean isAboutGitHub(PolicyEvaluator policy) {
        for (StatementEvaluator statement : policy.statements()) {
            if (!statement.principals().ofIssuers(GitHubIssuer::isOne).isEmpty()) {
                return true;
            }
            for (ConditionEvaluator condition : statement.conditions()) {
                if (GitHubIssuer.isOne(condition.key().issuer())) {
                    return true;
                }
            }
        }
        return false;
    }

    private void add(StatementEvaluator statement) {
        if (statement.statement().principals().negated()) {
            JsonNode named = statement.statement().principals().toJson();
            String what = "that NotPrincipal " + JsonTree.text(named) + " does not name";
            add(statement, PrincipalType.EVERYONE, named, Origin.STRANGER, what);
            return;
        }
        List<JsonNode> providers = statement.principals().ofIssuers(GitHubIssuer::isOne);
        statement.statement().principals().values().forEach((type, values) -> {
            for (JsonNode value : values) {
                if (!providers.contains(value)) {
                    add(statement, type, value);
                }
            }
        });
    }

    private void add(StatementEvaluator statement, PrincipalType type, JsonNode value) {
        String text = CloudFormationExpression.text(value);
        String shown = JsonTree.text(value);
        boolean wildcard = text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
        switch (type) {
            case EVERYONE -> everyone(statement, type, value);
            case AWS -> {
                if (text.equals("*")) {
                    everyone(statement, type, value);
                } else {
                    account(statement, value, shown);
                }
            }
            case FEDERATED -> {
                // An expression alone may be the provider of GitHub, which is judged as such.
                if (wildcard) {
                    add(
                            statement,
                            type,
                            value,
                            Origin.STRANGER,
                            shown + ", which stands for every identity provider that fits");
                } else if (value.isTextual()) {
                    add(statement, type, value, Origin.OWN, shown + ", another identity provider");
                }
            }
            default ->
                add(
                        statement,
                        type,
                        value,
                        wildcard ? Origin.STRANGER : Origin.OWN,
                        shown + (type == PrincipalType.SERVICE ? ", a service of AWS" : ""));
        }
    }

    private void everyone(StatementEvaluator statement, PrincipalType type, JsonNode value) {
        add(statement, type, value, Origin.STRANGER, JsonTree.text(value) + ", every principal of every AWS account");
    }

    private void account(StatementEvaluator statement, JsonNode value, String shown) {
        PrincipalAccount account = PrincipalAccount.of(value);
        String own = accounts.isEmpty() ? "the role's own" : "the role's own, " + String.join(", ", accounts);
        switch (account.kind()) {
            case ANY -> add(statement, PrincipalType.AWS, value, Origin.STRANGER, shown + ", of any account");
            case UNKNOWN ->
                add(
                        statement,
                        PrincipalType.AWS,
                        value,
                        Origin.UNKNOWN,
                        shown + ", whose account is not known here (give its value, or the ARN in place of it)");
            case OWN -> own(statement, value, shown);
            case NUMBER -> {
                if (accounts.contains(account.number())) {
                    own(statement, value, shown);
                } else if (accounts.isEmpty()) {
                    add(
                            statement,
                            PrincipalType.AWS,
                            value,
                            Origin.UNKNOWN,
                            shown + ", of account " + account.number()
                                    + ", which may not be the role's own (give the role's account)");
                } else {
                    add(
                            statement,
                            PrincipalType.AWS,
                            value,
                            Origin.STRANGER,
                            shown + ", of account " + account.number() + " and not of " + own + "");
                }
            }
        }
    }

    private void own(StatementEvaluator statement, JsonNode value, String shown) {
        boolean itself = policy.document().role().isNameOf(value);
        add(
                statement,
                PrincipalType.AWS,
                value,
                itself ? Origin.ITSELF : Origin.OWN,
                shown + (itself ? ", the role itself" : ", of the role's own account"));
    }

    private void add(StatementEvaluator statement, PrincipalType type, JsonNode value, Origin origin, String what) {
        String place = PolicyPointer.of(statement.number()) + "/"
                + statement.statement().principals().element();
        List<Condition> depends = undecided(statement, type);
        String action = depends == null ? "" : action(statement, type, value, depends);
        if (statement.statement().principals().negated() && action.isEmpty()) {
            return; // Whom it keeps out is not said anywhere.
        }
        found.add(
                new AdmittedPrincipal(place, type, value, origin, action, depends == null ? List.of() : depends, what));
    }

    /** The conditions of a statement that no claim of GitHub's decides; null if one of the others keeps the caller out. */
    private static @Nullable List<Condition> undecided(StatementEvaluator statement, PrincipalType type) {
        List<Condition> undecided = new ArrayList<>();
        for (ConditionEvaluator condition : statement.conditions()) {
            Ternary holds = test(condition, type);
            if (holds == Ternary.FALSE) {
                return null;
            }
            if (holds == Ternary.UNKNOWN) {
                undecided.add(condition.condition());
            }
        }
        return undecided;
    }

    /** Only a token of its own issuer presents a claim, and an account or a service presents none. */
    private static Ternary test(ConditionEvaluator condition, PrincipalType type) {
        boolean another = type == PrincipalType.FEDERATED
                && !GitHubIssuer.isOne(condition.key().issuer());
        return condition.key().isOfToken() && !another ? condition.test(null, TokenRequest.UNKNOWN) : Ternary.UNKNOWN;
    }

    /** An action of the statement that no other statement surely denies; empty if there is none. Adds what may deny it. */
    private String action(StatementEvaluator statement, PrincipalType type, JsonNode value, List<Condition> depends) {
        List<String> actions = type == PrincipalType.FEDERATED ? OF_PROVIDERS : List.of(ASSUME_ROLE);
        for (String action : actions) {
            if (statement.action(action) != Ternary.FALSE && !isDenied(action, type, value, depends)) {
                return action;
            }
        }
        return "";
    }

    private boolean isDenied(String action, PrincipalType type, JsonNode value, List<Condition> depends) {
        for (StatementEvaluator statement : policy.statements()) {
            if (statement.statement().effect() == Effect.DENY
                    && statement.action(action) == Ternary.TRUE
                    && isAbout(statement, type, value)) {
                List<Condition> undecided = undecided(statement, type);
                if (undecided != null && undecided.isEmpty()) {
                    return true;
                }
                if (undecided != null) {
                    depends.addAll(undecided);
                }
            }
        }
        return false;
    }

    /** Whether the principals of a statement surely contain another. */
    private static boolean isAbout(StatementEvaluator statement, PrincipalType type, JsonNode value) {
        if (statement.statement().principals().negated()) {
            return false;
        }
        List<JsonNode> named = statement.statement().principals().of(type);
        return statement.statement().principals().values().containsKey(PrincipalType.EVERYONE)
                || named.contains(value)
                || named.stream().anyMatch(other -> other.asText().equals("*"));
    }
}
