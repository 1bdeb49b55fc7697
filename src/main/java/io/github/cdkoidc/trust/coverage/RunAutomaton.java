package io.github.cdkoidc.trust.coverage;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.TokenSet;
import io.github.cdkoidc.internal.automata.AutomatonBudget;
import io.github.cdkoidc.internal.automata.Dfa;
import io.github.cdkoidc.internal.automata.DfaBuilder;
import io.github.cdkoidc.internal.automata.Product;
import io.github.cdkoidc.internal.automata.RegexLanguages;
import io.github.cdkoidc.internal.automata.Ternary;
import io.github.cdkoidc.internal.automata.Trie;
import io.github.cdkoidc.internal.evaluate.ConditionEvaluator;
import io.github.cdkoidc.internal.evaluate.PolicyEvaluator;
import io.github.cdkoidc.internal.evaluate.StatementEvaluator;
import io.github.cdkoidc.internal.evaluate.TokenRequest;
import io.github.cdkoidc.internal.evaluate.UndecidedReason;
import io.github.cdkoidc.internal.tokens.ConditionTruthTable;
import io.github.cdkoidc.internal.tokens.ConditionValues;
import io.github.cdkoidc.policy.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Which tokens of a run a policy admits, as an automaton of {@link RunTokens}. */
final class RunAutomaton {

    private final List<StatementEvaluator> statements;
    private final AutomatonBudget budget = new AutomatonBudget(AutomatonBudget.EDGES);
    private final TokenRequest same;
    private final RunEncoding layout;
    private final List<Dfa> slots;
    private final Dfa all;

    /** For the tokens of a run. Throws if they are too large for the budget. */
    RunAutomaton(PolicyEvaluator policy, TokenSet claims) {
        this.statements = policy.statements();
        this.same = TokenRequest.of(claims.token(Map.of()));
        Set<String> asked = statements.stream()
                .flatMap(statement -> statement.conditions().stream())
                .filter(condition -> keyOf(condition) != ConditionTruthTable.Key.NONE)
                .map(condition -> condition.key().claim())
                .collect(Collectors.toSet());
        this.layout = new RunEncoding(claims, asked);
        this.slots = layout.slots().stream()
                .map(slot -> RegexLanguages.of(slot.variation().texts(), budget))
                .toList();
        this.all = DfaBuilder.explore(new RunTokens(slots), budget);
    }

    private ConditionTruthTable.Key keyOf(ConditionEvaluator condition) {
        return new ConditionTruthTable(condition, true).keyOf(same);
    }

    RunEncoding layout() {
        return layout;
    }

    Dfa all() {
        return all;
    }

    /** All encoded tokens with the texts of one in some slots. */
    Dfa like(String word, Set<Integer> fixed) {
        List<String> texts = RunEncoding.texts(word);
        List<Dfa> parts = new ArrayList<>(slots);
        fixed.forEach(slot -> parts.set(slot, DfaBuilder.explore(new Trie(List.of(texts.get(slot)), false), budget)));
        return DfaBuilder.explore(new RunTokens(parts), budget);
    }

    /** The admitted encoded tokens: those that an Allow statement and no Deny statement matches. */
    Dfa admitted() {
        Dfa allowed = Dfa.NOTHING;
        Dfa denied = Dfa.NOTHING;
        for (StatementEvaluator statement : statements) {
            if (statement.statement().effect() == Effect.DENY) {
                denied = Product.of(denied, Product.Operation.OR, of(statement), budget);
            } else {
                allowed = Product.of(allowed, Product.Operation.OR, of(statement), budget);
            }
        }
        return butNot(allowed, denied);
    }

    Dfa butNot(Dfa one, Dfa other) {
        return Product.of(one, Product.Operation.BUT_NOT, other, budget);
    }

    private Dfa of(StatementEvaluator statement) {
        Ternary always = statement.action().and(statement.principals().test(same));
        for (ConditionEvaluator condition : statement.conditions()) {
            always = always.and(varies(condition) ? Ternary.TRUE : condition.test(same));
        }
        Dfa words = always == Ternary.TRUE ? all : always == Ternary.FALSE ? Dfa.NOTHING : all.inDoubt();
        for (ConditionEvaluator condition : statement.conditions()) {
            if (varies(condition) && !words.isNothing()) {
                words = Product.of(words, Product.Operation.AND, machine(condition), budget);
            }
        }
        return words;
    }

    private boolean varies(ConditionEvaluator condition) {
        return keyOf(condition) != ConditionTruthTable.Key.NONE
                && layout.readings().containsKey(condition.key().claim());
    }

    private RunConditionAutomaton machine(ConditionEvaluator condition) {
        RunEncoding.Reading reading =
                Objects.requireNonNull(layout.readings().get(condition.key().claim()));
        Dfa values = ConditionValues.of(condition, budget);
        ConditionTruthTable outcome = new ConditionTruthTable(condition, true);
        return new RunConditionAutomaton(reading, slots.size(), values, outcome, outcome.keyOf(same));
    }

    /** Why it is undecided whether a token is admitted. */
    List<String> reasons(GitHubClaims token) {
        List<String> reasons = UndecidedReason.of(statements, TokenRequest.of(token));
        return reasons.isEmpty() ? List.of("a policy variable stands for what the run presents") : reasons;
    }
}
