package io.github.cdkoidc.trust.exposure;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.internal.automata.Ternary;
import io.github.cdkoidc.internal.evaluate.ConditionEvaluator;
import io.github.cdkoidc.internal.evaluate.PolicyEvaluator;
import io.github.cdkoidc.internal.evaluate.StatementEvaluator;
import io.github.cdkoidc.internal.evaluate.TokenRequest;
import io.github.cdkoidc.policy.Condition;
import io.github.cdkoidc.policy.Effect;
import io.github.cdkoidc.policy.PolicyPointer;
import io.github.cdkoidc.policy.PrincipalType;
import io.github.cdkoidc.policy.Principals;
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

    private static final List<String> OF_ACCOUNTS = List.of("sts:AssumeRole");
    private static final List<String> OF_PROVIDERS = List.of("sts:AssumeRoleWithWebIdentity", "sts:AssumeRoleWithSAML");

    private final PolicyEvaluator policy;
    private final PrincipalOrigin origins;
    private final List<AdmittedPrincipal> found = new ArrayList<>();

    private AdmittedPrincipals(PolicyEvaluator policy) {
        this.policy = policy;
        this.origins = new PrincipalOrigin(policy.document());
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
        Principals principals = statement.statement().principals();
        if (principals.negated()) {
            addOthers(statement, principals.toJson());
            return;
        }
        List<JsonNode> providers = statement.principals().ofIssuers(GitHubIssuer::isOne);
        principals.values().forEach((type, values) -> {
            for (JsonNode value : values) {
                if (!providers.contains(value)) {
                    origins.of(type, value).ifPresent(origin -> found.add(principal(statement, type, value, origin)));
                }
            }
        });
    }

    /** Whoever is not named, if that lets anybody in: nobody is named that it keeps out. */
    private void addOthers(StatementEvaluator statement, JsonNode named) {
        PrincipalOrigin.Answer origin =
                new PrincipalOrigin.Answer(Origin.STRANGER, "that NotPrincipal " + named + " does not name");
        AdmittedPrincipal others = principal(statement, PrincipalType.EVERYONE, named, origin);
        if (others.isAdmitted()) {
            found.add(others);
        }
    }

    private AdmittedPrincipal principal(
            StatementEvaluator statement, PrincipalType type, JsonNode value, PrincipalOrigin.Answer origin) {
        String place = PolicyPointer.of(statement.number()) + "/"
                + statement.statement().principals().element();
        List<Condition> undecided = undecided(statement, type);
        if (undecided != null) {
            for (String action : type == PrincipalType.FEDERATED ? OF_PROVIDERS : OF_ACCOUNTS) {
                Set<Condition> depends = new LinkedHashSet<>(undecided);
                if (statement.action(action) != Ternary.FALSE && !isDenied(action, type, value, depends)) {
                    return new AdmittedPrincipal(
                            place, type, value, origin.origin(), action, List.copyOf(depends), origin.what());
                }
            }
        }
        return new AdmittedPrincipal(place, type, value, origin.origin(), "", List.of(), origin.what());
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
        boolean own = type == PrincipalType.FEDERATED
                && !GitHubIssuer.isOne(condition.key().issuer());
        return condition.key().isOfToken() && !own ? condition.test(null, TokenRequest.UNKNOWN) : Ternary.UNKNOWN;
    }

    /** Whether another statement surely denies it. Adds the conditions on which one may. */
    private boolean isDenied(String action, PrincipalType type, JsonNode value, Set<Condition> depends) {
        for (StatementEvaluator statement : policy.statements()) {
            if (statement.statement().effect() == Effect.DENY
                    && statement.action(action) == Ternary.TRUE
                    && isAbout(statement.statement().principals(), type, value)) {
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

    /** Whether some principals surely contain another. */
    private static boolean isAbout(Principals principals, PrincipalType type, JsonNode value) {
        if (principals.negated()) {
            return false;
        }
        List<JsonNode> named = principals.of(type);
        return principals.values().containsKey(PrincipalType.EVERYONE)
                || named.contains(value)
                || named.stream().anyMatch(other -> other.asText().equals("*"));
    }
}
