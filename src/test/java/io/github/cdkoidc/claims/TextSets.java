package io.github.cdkoidc.claims;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Sets of texts of a, b and c, each with the same as a regular expression of Java, and texts that may be in them. */
public final class TextSets extends DomainContextBase {

    /**
     * A set of texts.
     *
     * @param regex the same, as a regular expression of Java
     */
    public record Described(TextSet set, String regex) {}

    @Provide
    Arbitrary<Described> sets() {
        return sets(3);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("abc").ofMaxLength(6);
    }

    private static Arbitrary<Described> sets(int depth) {
        Arbitrary<Described> simple = Arbitraries.of(
                new Described(TextSet.empty(), "(?:)"),
                new Described(TextSet.text("ab"), "(?:ab)"),
                new Described(TextSet.text("b"), "b"),
                new Described(TextSet.range('a', 'b'), "[ab]"),
                new Described(TextSet.anyCharacterBut(TextSet.oneOf("b")), "[^b]"),
                new Described(TextSet.any(), "(?:.*)"));
        if (depth == 0) {
            return simple;
        }
        Arbitrary<Described> deeper = sets(depth - 1);
        return Arbitraries.oneOf(
                simple,
                deeper.map(one -> new Described(one.set().anyTimes(), "(?:" + one.regex() + ")*")),
                deeper.map(one -> new Described(one.set().optional(), "(?:" + one.regex() + ")?")),
                Combinators.combine(deeper, deeper)
                        .as((one, other) -> new Described(one.set().then(other.set()), one.regex() + other.regex())),
                Combinators.combine(deeper, deeper)
                        .as((one, other) -> new Described(
                                one.set().or(other.set()), "(?:" + one.regex() + "|" + other.regex() + ")")));
    }
}
