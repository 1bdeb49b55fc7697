package io.github.cdkoidc.internal.automata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cdkoidc.internal.evaluate.Glob;
import io.github.cdkoidc.internal.evaluate.ValuePattern;
import io.github.cdkoidc.internal.tokens.PatternSetAutomaton;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutomataTest {

    @Property(tries = 3_000)
    void anAutomatonOfPatternsMatchesWhatAnyOfThemMatches(
            @ForAll("patternLists") List<ValuePattern> patterns, @ForAll("texts") String text) {
        Ternary expected = Ternary.FALSE;
        for (ValuePattern pattern : patterns) {
            if (glob(pattern).matches(text)) {
                expected = expected.or(pattern.isKnown() ? Ternary.TRUE : Ternary.UNKNOWN);
            }
        }

        assertThat(dfa(patterns).truthOf(text)).isEqualTo(expected);
    }

    /** {@code PrefixSet} compares states: two that told the same would change answers. */
    @Property(tries = 1_000)
    void anAutomatonIsTheSmallestThatTellsTheSame(
            @ForAll("patternLists") List<ValuePattern> some,
            @ForAll Product.Operation operation,
            @ForAll("patternLists") List<ValuePattern> others) {
        Dfa one = dfa(some);

        MinimalDfas.assertMinimal(one);
        MinimalDfas.assertMinimal(Product.of(one, operation, dfa(others), new AutomatonBudget(AutomatonBudget.EDGES)));
    }

    @Property(tries = 1_000)
    void automataOfTheSameTextsAreTheSame(
            @ForAll("patternLists") List<ValuePattern> some, @ForAll("patternLists") List<ValuePattern> others) {
        AutomatonBudget budget = new AutomatonBudget(AutomatonBudget.EDGES);
        List<ValuePattern> all = new ArrayList<>(others);
        all.addAll(some);

        assertThat(Product.of(dfa(some), Product.Operation.OR, dfa(others), budget))
                .usingRecursiveComparison()
                .isEqualTo(dfa(all));
    }

    @Property(tries = 3_000)
    void aProductTellsWhatItsPartsTell(
            @ForAll("patternLists") List<ValuePattern> some,
            @ForAll Product.Operation operation,
            @ForAll("patternLists") List<ValuePattern> others,
            @ForAll("texts") String text) {
        Dfa one = dfa(some);
        Dfa other = dfa(others);

        assertThat(Product.of(one, operation, other, new AutomatonBudget(AutomatonBudget.EDGES))
                        .truthOf(text))
                .isEqualTo(operation.of(one.truthOf(text), other.truthOf(text)));
    }

    @Property
    void aTrieHoldsItsTextsInAnyCaseIfItIsTo(@ForAll("texts") String text, @ForAll("texts") String other) {
        Dfa exact =
                DfaBuilder.explore(new Trie(List.of(text, "ab"), false), new AutomatonBudget(AutomatonBudget.EDGES));
        Dfa folded =
                DfaBuilder.explore(new Trie(List.of(text, "ab"), true), new AutomatonBudget(AutomatonBudget.EDGES));

        assertThat(exact.truthOf(other)).isEqualTo(Ternary.of(other.equals(text) || other.equals("ab")));
        assertThat(folded.truthOf(other))
                .isEqualTo(Ternary.of(other.equalsIgnoreCase(text) || other.equalsIgnoreCase("ab")));
    }

    @ParameterizedTest
    @CsvSource({"a, TRUE, TRUE, UNKNOWN, FALSE", "b, UNKNOWN, TRUE, UNKNOWN, TRUE", "c, FALSE, FALSE, FALSE, FALSE"})
    void whatIsToldCanBeRaisedLoweredAndChosen(
            String text, Ternary told, Ternary atMost, Ternary inDoubt, Ternary unknown) {
        Dfa dfa = dfa(List.of(pattern("a", false, true), pattern("b", false, false)));

        assertThat(dfa.truthOf(text)).isEqualTo(told);
        assertThat(dfa.atMost().truthOf(text)).isEqualTo(atMost);
        assertThat(dfa.inDoubt().truthOf(text)).isEqualTo(inDoubt);
        assertThat(dfa.where(Ternary.UNKNOWN).truthOf(text)).isEqualTo(unknown);
    }

    @Test
    void whereNothingBelongsForSureSomethingMayBelong() {
        assertThat(Dfa.NOTHING.isNothing()).isTrue();
        assertThat(Dfa.startingWith('a', Ternary.FALSE).isNothing()).isTrue();
        assertThat(Dfa.startingWith('a', Ternary.UNKNOWN).isNothing()).isFalse();
        assertThat(Dfa.startingWith('a', Ternary.TRUE).isNothing()).isFalse();
    }

    /** One star behind another needs no memory of the first. */
    @Test
    void starsAloneNeedAsManyStatesAsCharacters() {
        assertThat(dfa(List.of(pattern("*a".repeat(500) + "*", false, true))).size())
                .isEqualTo(501);
    }

    @Test
    void whatDoublesWithEveryCharacterOutgrowsTheBudget() {
        List<ValuePattern> patterns = List.of(pattern("*a" + "?".repeat(100), false, true));

        assertThatThrownBy(() -> DfaBuilder.explore(new PatternSetAutomaton(patterns), new AutomatonBudget(10_000)))
                .isInstanceOf(AutomatonBudget.SpentException.class)
                .hasMessage("wildcards combine in more than 10000 ways");
    }

    private static Dfa dfa(List<ValuePattern> patterns) {
        return DfaBuilder.explore(new PatternSetAutomaton(patterns), new AutomatonBudget(AutomatonBudget.EDGES));
    }

    private static Glob glob(ValuePattern pattern) {
        return Glob.of(characters(pattern), pattern.ignoresCase());
    }

    private static int[] characters(ValuePattern pattern) {
        int[] characters = new int[pattern.length()];
        for (int i = 0; i < characters.length; i++) {
            characters[i] = pattern.at(i);
        }
        return characters;
    }

    private static ValuePattern pattern(String text, boolean ignoresCase, boolean known) {
        int[] characters = text.chars()
                .map(c -> c == '*' ? Glob.STAR : c == '?' ? Glob.ANY : c)
                .toArray();
        return new ValuePattern(characters, ignoresCase, known);
    }

    @Provide
    Arbitrary<List<ValuePattern>> patternLists() {
        Arbitrary<String> texts = Arbitraries.strings().withChars("abB*?").ofMaxLength(6);
        Arbitrary<Boolean> flags = Arbitraries.of(false, true);
        return Combinators.combine(texts, flags, flags)
                .as(AutomataTest::pattern)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("abAB").ofMaxLength(8);
    }
}
