package io.github.cdkoidc.trust;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.PossibleClaims;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What a policy makes of each token that a run can present, as an automaton of {@link RunWords}. */
final class Outlook {

    private final List<StatementJudge> statements;
    private final Budget budget = new Budget(Budget.EDGES);
    private final Run same;
    private final RunLayout layout;
    private final List<Dfa> slots;
    private final Dfa all;

    /**
     * Makes ready for a run.
     *
     * @param policy the policy
     * @param claims the run's tokens
     * @throws Budget.SpentException if they are too large for the budget
     */
    Outlook(Judge policy, PossibleClaims claims) {
        this.statements = policy.statements();
        this.same = Run.of(claims.token(Map.of()));
        Set<String> asked = statements.stream()
                .flatMap(statement -> statement.conditions().stream())
                .filter(condition -> keyOf(condition) != ClaimOutcome.Key.NONE)
                .map(condition -> condition.key().claim())
                .collect(Collectors.toSet());
        this.layout = new RunLayout(claims, asked);
        this.slots = layout.slots().stream()
                .map(slot -> TextWords.of(slot.variation().texts(), budget))
                .toList();
        this.all = Exploration.explore(new RunWords(slots), budget);
    }

    private ClaimOutcome.Key keyOf(ConditionJudge condition) {
        return new ClaimOutcome(condition, true).keyOf(same);
    }

    RunLayout layout() {
        return layout;
    }

    /** All words. */
    Dfa all() {
        return all;
    }

    /** All words that have the same texts as one in some slots. */
    Dfa like(String word, Set<Integer> fixed) {
        List<String> texts = RunLayout.texts(word);
        List<Dfa> parts = new ArrayList<>(slots);
        fixed.forEach(slot -> parts.set(slot, Exploration.explore(new Trie(List.of(texts.get(slot)), false), budget)));
        return Exploration.explore(new RunWords(parts), budget);
    }

    /** Which words get in: those of any Allow statement but of no Deny. */
    Dfa admitted() {
        Dfa allowed = Dfa.NOTHING;
        Dfa denied = Dfa.NOTHING;
        for (StatementJudge statement : statements) {
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

    private Dfa of(StatementJudge statement) {
        Truth always = statement.action().and(statement.principals().test(same));
        for (ConditionJudge condition : statement.conditions()) {
            always = always.and(varies(condition) ? Truth.TRUE : condition.test(same));
        }
        Dfa words = always == Truth.TRUE ? all : always == Truth.FALSE ? Dfa.NOTHING : all.inDoubt();
        for (ConditionJudge condition : statement.conditions()) {
            if (varies(condition) && !words.isNothing()) {
                words = Product.of(words, Product.Operation.AND, machine(condition), budget);
            }
        }
        return words;
    }

    private boolean varies(ConditionJudge condition) {
        return keyOf(condition) != ClaimOutcome.Key.NONE
                && layout.readings().containsKey(condition.key().claim());
    }

    private ReadingMachine machine(ConditionJudge condition) {
        RunLayout.Reading reading =
                Objects.requireNonNull(layout.readings().get(condition.key().claim()));
        return new ReadingMachine(
                reading,
                slots.size(),
                ConditionValues.of(condition, budget),
                new ClaimOutcome(condition, true),
                keyOf(condition));
    }

    /** What it depends on whether a token gets in. */
    List<String> doubts(GitHubClaims token) {
        Run run = Run.of(token);
        List<String> doubts = statements.stream()
                .map(statement -> statement.outcome(run))
                .filter(outcome -> outcome.applies() == Truth.UNKNOWN)
                .flatMap(outcome -> Doubt.of(outcome, run).stream())
                .distinct()
                .toList();
        return doubts.isEmpty() ? List.of("a policy variable stands for what the run presents") : doubts;
    }
}
