package io.github.cdkoidc.internal.tokens;

import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.internal.automata.AutomatonBudget;
import io.github.cdkoidc.internal.automata.Dfa;
import io.github.cdkoidc.internal.automata.DfaBuilder;
import io.github.cdkoidc.internal.automata.Product;
import io.github.cdkoidc.internal.automata.Ternary;
import io.github.cdkoidc.internal.automata.TransitionGraph;
import io.github.cdkoidc.internal.evaluate.ConditionEvaluator;
import io.github.cdkoidc.internal.evaluate.StatementEvaluator;
import io.github.cdkoidc.policy.Effect;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which of the tokens that GitHub can mint a policy admits, as an automaton of {@link EncodedToken}s. It is true only where the evaluator
 * allows, and false only where it denies.
 */
public final class PolicyAutomaton {

    private static final Map<String, GitHubClaim> CLAIMS =
            Stream.of(GitHubClaim.values()).collect(Collectors.toMap(GitHubClaim::claimName, claim -> claim));

    private final List<SubjectEncoding> spellings;
    private final Issuers issuers;
    private final Dfa mintable;
    private final Dfa mintableAtMost;
    private final AutomatonBudget budget;

    public PolicyAutomaton(MintableTokens mintable, List<StatementEvaluator> statements, AutomatonBudget budget) {
        this.spellings = mintable.spellings();
        this.issuers = Issuers.of(statements);
        this.budget = budget;
        this.mintable = mintable.words(statements.stream()
                .flatMap(statement -> statement.conditions().stream())
                .flatMap(condition -> claim(condition).stream())
                .collect(Collectors.toSet()));
        this.mintableAtMost = this.mintable.atMost();
    }

    private static Optional<GitHubClaim> claim(ConditionEvaluator condition) {
        return Optional.ofNullable(CLAIMS.get(condition.key().claim()));
    }

    public Issuers issuers() {
        return issuers;
    }

    /**
     * The encoded tokens that an Allow statement and no Deny statement matches; unknown where GitHub does not document that it mints
     * the token. Throws if the policy is too large for the budget.
     */
    public Dfa of(List<StatementEvaluator> statements) {
        return of(statements, mintable);
    }

    /** The same, as if GitHub minted every token that is unknown. */
    public Dfa atMost(List<StatementEvaluator> statements) {
        return of(statements, mintableAtMost);
    }

    private Dfa of(List<StatementEvaluator> statements, Dfa minted) {
        Dfa allowed = Dfa.NOTHING;
        Dfa denied = Dfa.NOTHING;
        for (StatementEvaluator statement : statements) {
            if (statement.statement().effect() == Effect.DENY) {
                denied = union(denied, of(statement, mintableAtMost));
            } else {
                allowed = union(allowed, of(statement, minted));
            }
        }
        return denied.isNothing() ? allowed : combine(allowed, Product.Operation.BUT_NOT, denied);
    }

    private Dfa combine(Dfa one, Product.Operation operation, Dfa other) {
        return Product.of(one, operation, other, budget);
    }

    private Dfa union(Dfa one, Dfa other) {
        return one.isNothing() ? other : combine(one, Product.Operation.OR, other);
    }

    private Dfa of(StatementEvaluator statement, Dfa minted) {
        TransitionGraph<?> words = minted;
        // Conditions take the marks of the issuers that are named, and no others. Without any, the principals have to.
        if (statement.conditions().isEmpty()
                || issuers.marks().stream().anyMatch(mark -> isAbout(statement, mark) != Ternary.TRUE)) {
            words = new Product<>(words, Product.Operation.AND, principals(statement));
        }
        for (ConditionEvaluator condition : statement.conditions()) {
            words = new Product<>(words, Product.Operation.AND, of(condition));
        }
        return DfaBuilder.explore(words, budget);
    }

    private Ternary isAbout(StatementEvaluator statement, char issuer) {
        StatementEvaluator.Outcome outcome = statement.outcome(issuers.run(issuer));
        return outcome.action().and(outcome.principal());
    }

    /** The encoded tokens of the issuers that a statement matches. */
    private Dfa principals(StatementEvaluator statement) {
        Dfa words = Dfa.NOTHING;
        for (char mark : issuers.marks()) {
            words = union(words, Dfa.startingWith(mark, isAbout(statement, mark)));
        }
        return words;
    }

    private ConditionAutomaton of(ConditionEvaluator condition) {
        Optional<GitHubClaim> claim = claim(condition);
        // For a key that no token holds, any claim is read and ignored.
        ClaimDecoder reading = new ClaimDecoder(claim.orElse(GitHubClaim.AUD));
        Dfa values = ConditionValues.of(condition, budget);
        ConditionTruthTable outcome = new ConditionTruthTable(condition, claim.isPresent());
        return new ConditionAutomaton(reading, values, outcome, issuers, spellings);
    }
}
