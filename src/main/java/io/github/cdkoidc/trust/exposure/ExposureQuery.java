package io.github.cdkoidc.trust.exposure;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.GitHubRepository;
import io.github.cdkoidc.internal.automata.AutomatonBudget;
import io.github.cdkoidc.internal.automata.Dfa;
import io.github.cdkoidc.internal.automata.Product;
import io.github.cdkoidc.internal.automata.Ternary;
import io.github.cdkoidc.internal.evaluate.Assumption;
import io.github.cdkoidc.internal.evaluate.PolicyEvaluator;
import io.github.cdkoidc.internal.evaluate.StatementEvaluator;
import io.github.cdkoidc.internal.tokens.Issuers;
import io.github.cdkoidc.internal.tokens.MintableTokens;
import io.github.cdkoidc.internal.tokens.PolicyAutomaton;
import io.github.cdkoidc.internal.tokens.RepositoryTokens;
import io.github.cdkoidc.internal.tokens.TokenField;
import io.github.cdkoidc.policy.Condition;
import io.github.cdkoidc.policy.PolicyDocument;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Computes which tokens some policies admit. */
final class ExposureQuery {

    private final MintableTokens mintable;
    private final List<PolicyEvaluator> policies;
    private final List<StatementEvaluator> statements;
    private final PolicyAutomaton words;
    private final LiteralNames names;

    ExposureQuery(MintableTokens mintable, AutomatonBudget budget, PolicyEvaluator... policies) {
        this.mintable = mintable;

        this.policies = List.of(policies);
        this.statements = Stream.of(policies)
                .flatMap(policy -> policy.statements().stream())
                .toList();
        this.words = new PolicyAutomaton(mintable, statements, budget);
        this.names = new LiteralNames(statements);
    }

    Issuers issuers() {
        return words.issuers();
    }

    /** The tokens that a policy admits: of all its statements and values at once, or of each alone where they are too many at once. */
    static Exposure of(MintableTokens mintable, PolicyEvaluator policy, AutomatonBudget budget) {
        try {
            ExposureQuery query = new ExposureQuery(mintable, budget.forOneQuestion(), policy);
            return query.exposure(query.admittedBy(policy));
        } catch (AutomatonBudget.SpentException e) {
            List<PolicyDocument> parts = Alternatives.of(policy.document());
            return parts.size() == 1
                    ? notComputed(e, policy, token -> true)
                    : Exposure.anyOf(parts.stream()
                            .map(part -> of(mintable, new PolicyEvaluator(part, Assumption.AT_WORST), budget))
                            .toList());
        }
    }

    private static Exposure notComputed(
            AutomatonBudget.SpentException why, PolicyEvaluator policy, Predicate<GitHubClaims> wanted) {
        return Exposure.notComputed(String.valueOf(why.getMessage()), new ConstructedTokens(policy).admission(wanted));
    }

    /** The tokens that a policy admits. */
    Dfa admittedBy(PolicyEvaluator policy) {
        return words.of(policy.statements());
    }

    /**
     * The tokens that one policy may admit and another does not surely admit. What both test and no token decides is taken as met in
     * both, and then as not met in both.
     */
    static Exposure difference(MintableTokens mintable, PolicyEvaluator policy, PolicyEvaluator butNot) {
        Set<Condition> shared = conditions(policy);
        shared.retainAll(conditions(butNot));
        Exposure met = difference(mintable, policy, butNot, fixed(shared, Ternary.TRUE));
        return met.isNone() ? difference(mintable, policy, butNot, fixed(shared, Ternary.FALSE)) : met;
    }

    private static Set<Condition> conditions(PolicyEvaluator policy) {
        return policy.document().statements().stream()
                .flatMap(statement -> statement.conditions().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Map<Condition, Ternary> fixed(Set<Condition> shared, Ternary truth) {
        return shared.stream().collect(Collectors.toMap(condition -> condition, condition -> truth));
    }

    private static Exposure difference(
            MintableTokens mintable, PolicyEvaluator policy, PolicyEvaluator butNot, Map<Condition, Ternary> fixed) {
        PolicyEvaluator most = policy.assuming(new Assumption(Ternary.TRUE, fixed));
        PolicyEvaluator least = butNot.assuming(Assumption.surely(fixed));
        AutomatonBudget budget = new AutomatonBudget(AutomatonBudget.EDGES);
        try {
            ExposureQuery query = new ExposureQuery(mintable, budget, most, least);
            Dfa others = query.words.atMost(least.statements());
            return query.exposure(Product.of(query.admittedBy(most), Product.Operation.BUT_NOT, others, budget));
        } catch (AutomatonBudget.SpentException e) {
            return notComputed(e, most, token -> !least.evaluate(token).isAllowed());
        }
    }

    /** The owners and repositories of tokens. */
    Exposure exposure(Dfa tokens) {
        WitnessTokens examples = new WitnessTokens(tokens, words.issuers(), policies);
        List<Admission> admissions = new AdmissionEnumerator(tokens, names, examples).admissions(mintable);
        return new Exposure(this, tokens, admissions, examples.reasons());
    }

    /** The names that the tokens have in a field. */
    Extent extent(Dfa tokens, TokenField field, NameKind kind) {
        PrefixSet walk = PrefixSet.start(tokens);
        for (TokenField before = TokenField.ISSUER; before != null && before != field; before = before.next()) {
            walk = walk.field(before);
        }
        return new ContextExtents(names, new WitnessTokens(tokens, words.issuers(), policies)).of(walk, field, kind);
    }

    /** The tokens that are of other repositories, by name and by number. */
    Exposure except(Dfa tokens, Collection<GitHubRepository> repositories) {
        try {
            return exposure(RepositoryTokens.except(tokens, repositories, new AutomatonBudget(AutomatonBudget.EDGES)));
        } catch (AutomatonBudget.SpentException e) {
            return Exposure.notComputed(String.valueOf(e.getMessage()), Optional.empty());
        }
    }
}
