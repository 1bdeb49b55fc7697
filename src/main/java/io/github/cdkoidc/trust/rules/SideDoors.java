package io.github.cdkoidc.trust.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.internal.evaluate.StatementEvaluator;
import io.github.cdkoidc.policy.Actions;
import io.github.cdkoidc.policy.Effect;
import io.github.cdkoidc.policy.PolicyPointer;
import io.github.cdkoidc.policy.PrincipalType;
import io.github.cdkoidc.policy.Statement;
import io.github.cdkoidc.trust.exposure.AdmittedPrincipal;
import io.github.cdkoidc.trust.exposure.AdmittedPrincipal.Origin;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds other ways to assume a role that GitHub's runs assume. */
final class SideDoors {

    private static final Set<String> HARMLESS =
            Set.of("sts:assumerolewithwebidentity", "sts:tagsession", "sts:setsourceidentity");

    private SideDoors() {}

    /** Principals outside the role's account. */
    static Stream<RuleMatch> foreign(LintContext policy) {
        return matches(policy, AdmittedPrincipal::isStranger);
    }

    /** Principals of the role's account, those of which the account is not known, and actions for more than web identities. */
    static Stream<RuleMatch> of(LintContext policy) {
        Stream<RuleMatch> principals = matches(
                policy,
                principal -> principal.isAdmitted()
                        && (principal.origin() == Origin.OWN || principal.origin() == Origin.UNKNOWN));
        Stream<RuleMatch> heldOff = policy.others().stream()
                .filter(principal -> !principal.isAdmitted() && principal.isWildcard())
                .map(principal -> RuleMatch.at(
                        principal.place(),
                        "principal " + principal.what()
                                + ", is kept out only by the actions and conditions of the policy"));
        Stream<RuleMatch> actions = policy.policy().statements().stream()
                .filter(statement -> statement.statement().effect() == Effect.ALLOW)
                .filter(SideDoors::isOfGitHubAlone)
                .filter(statement -> !NearMisses.isOne(policy.policy(), statement))
                .flatMap(SideDoors::otherAction);
        return Stream.of(principals, heldOff, actions).flatMap(all -> all);
    }

    /** The role itself, and principals that the statement does not let in, unless it was meant for GitHub's. */
    static Stream<RuleMatch> harmless(LintContext policy) {
        Set<String> meant = policy.policy().statements().stream()
                .filter(statement -> NearMisses.isOne(policy.policy(), statement))
                .map(statement -> PolicyPointer.of(statement.number()) + "/")
                .collect(Collectors.toSet());
        return matches(
                        policy,
                        principal -> principal.origin() == Origin.ITSELF
                                || (!principal.isAdmitted() && !principal.isWildcard()))
                .filter(match -> meant.stream().noneMatch(match.place()::startsWith));
    }

    private static Stream<RuleMatch> matches(LintContext policy, Predicate<AdmittedPrincipal> wanted) {
        return policy.others().stream()
                .filter(wanted)
                .map(principal -> RuleMatch.at(principal.place(), principal.toString()));
    }

    private static boolean isOfGitHubAlone(StatementEvaluator evaluator) {
        List<JsonNode> providers = evaluator.principals().ofIssuers(GitHubIssuer::isOne);
        Statement statement = evaluator.statement();
        return !statement.principals().negated()
                && statement.principals().values().keySet().equals(Set.of(PrincipalType.FEDERATED))
                && statement.principals().of(PrincipalType.FEDERATED).stream()
                        .allMatch(value -> !value.isTextual() || providers.contains(value));
    }

    private static Stream<RuleMatch> otherAction(StatementEvaluator evaluator) {
        Actions actions = evaluator.statement().actions();
        return actions.values().stream()
                .filter(action -> actions.negated() || isOther(action))
                .limit(1)
                .map(action -> RuleMatch.at(
                        PolicyPointer.of(evaluator.number()) + "/" + actions.element(),
                        actions.element() + " " + action + " allows more than web identities"));
    }

    private static boolean isOther(JsonNode action) {
        return action.isTextual() && !HARMLESS.contains(action.asText().toLowerCase(Locale.ROOT));
    }
}
