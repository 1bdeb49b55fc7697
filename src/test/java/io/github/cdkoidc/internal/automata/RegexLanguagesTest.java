package io.github.cdkoidc.internal.automata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cdkoidc.claims.TextSet;
import io.github.cdkoidc.claims.TextSets;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;

class RegexLanguagesTest {

    @Property(tries = 1_000)
    @Domain(TextSets.class)
    void theAutomatonOfASetTellsWhichTextsItHolds(
            @ForAll TextSets.Described one, @ForAll TextSets.Described other, @ForAll String text) {
        TextSet set = TextSet.text("a")
                .or(one.set().without(other.set()))
                .then(other.set().and(one.set()));
        Dfa dfa = dfa(set);

        assertThat(dfa.truthOf(text)).isEqualTo(Ternary.of(set.matches(text)));
        MinimalDfas.assertMinimal(dfa);
    }

    @Test
    void aSetOfNoTextsIsNothing() {
        assertThat(dfa(TextSet.anyOf())).usingRecursiveComparison().isEqualTo(Dfa.NOTHING);
        assertThat(dfa(TextSet.text("a\0").then(TextSet.any())).isNothing()).isTrue();
    }

    @Test
    void whatDoublesWithEveryCharacterOutgrowsTheBudget() {
        TextSet letter = TextSet.oneOf("ab");
        TextSet set = letter.anyTimes().then(TextSet.text("a")).then(letter.times(24));

        assertThatThrownBy(() -> RegexLanguages.of(set, new AutomatonBudget(10_000)))
                .isInstanceOf(AutomatonBudget.SpentException.class);
    }

    @Test
    void aSetOfManyTextsIsAsDeepAsASetOfTwo() {
        String[] names = IntStream.range(0, 20_000).mapToObj(i -> "b" + i).toArray(String[]::new);
        TextSet set = TextSet.anyOf(names);
        Dfa dfa = dfa(set);

        assertThat(names).allMatch(name -> dfa.truthOf(name) == Ternary.TRUE);
        assertThat(set.matches("b19999")).isTrue();
        assertThat(set.matches("b20000")).isFalse();
        assertThat(dfa.truthOf("b20000")).isEqualTo(Ternary.FALSE);
    }

    private static Dfa dfa(TextSet set) {
        return RegexLanguages.of(set, new AutomatonBudget(AutomatonBudget.EDGES));
    }
}
