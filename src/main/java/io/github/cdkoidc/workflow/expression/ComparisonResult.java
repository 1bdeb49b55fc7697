package io.github.cdkoidc.workflow.expression;

import io.github.cdkoidc.workflow.text.ClaimText;
import io.github.cdkoidc.workflow.text.GitHubGlob;
import io.github.cdkoidc.workflow.text.NameFilter;
import io.github.cdkoidc.workflow.text.TextPart;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/**
 * Tests of one value by another, where the value may be a pattern of branch names. A test that some of the names pass and some do
 * not is put to the scope, which answers it by looking at the two kinds of runs one after the other.
 */
final class ComparisonResult {

    private ComparisonResult() {}

    /** A text of which only the branch or tag is not fixed. */
    private record Named(String before, NameFilter names, String after) {

        static Optional<Named> of(ClaimText value) {
            List<TextPart> pieces = value.pieces();
            int at = 0;
            while (at < pieces.size() && !(pieces.get(at) instanceof TextPart.RefName)) {
                at++;
            }
            if (at == pieces.size() || at > 1 || pieces.size() > at + 2) {
                return Optional.empty();
            }
            TextPart before = at == 0 ? new TextPart.Text("") : pieces.get(0);
            TextPart after = at == pieces.size() - 1 ? new TextPart.Text("") : pieces.get(at + 1);
            return before instanceof TextPart.Text first && after instanceof TextPart.Text last
                    ? Optional.of(new Named(first.text(), ((TextPart.RefName) pieces.get(at)).names(), last.text()))
                    : Optional.empty();
        }
    }

    /** {@code ==}. */
    static PossibleResults equal(PossibleResults left, PossibleResults right, Scope scope) {
        return PossibleResults.combine(left, right, (one, two) -> {
            if (one.literal().isPresent() && two.literal().isPresent()) {
                return PossibleResults.of(
                        one.literal().get().isEqualTo(two.literal().get()));
            }
            Optional<ExpressionValue> literal = one.literal().or(two::literal);
            ClaimText pattern = one.literal().isPresent() ? two.value() : one.value();
            return literal.map(text -> equal(pattern, text.text(), scope)).orElseGet(() -> undecided(one, two));
        });
    }

    private static PossibleResults equal(ClaimText pattern, String text, Scope scope) {
        Optional<Named> named = Named.of(pattern);
        if (named.isEmpty()) {
            return pattern.matches(text)
                    ? PossibleResults.undecided(new LinkedHashSet<>(pattern.unknowns()))
                    : PossibleResults.of(false);
        }
        String before = named.get().before();
        String after = named.get().after();
        boolean around = text.length() > before.length() + after.length()
                && startsWith(text, before)
                && lower(text).endsWith(lower(after));
        return around
                ? scope.ask(
                        named.get().names(),
                        GitHubGlob.literally(text.substring(before.length(), text.length() - after.length())))
                : PossibleResults.of(false);
    }

    /** {@code startsWith(x, 'text')}. */
    static PossibleResults startsWith(PossibleResults value, PossibleResults start, Scope scope) {
        return test(value, start, String::startsWith, (named, text) -> {
            boolean always = startsWith(named.before(), text);
            if (always || !startsWith(text, named.before())) {
                return Optional.of(PossibleResults.of(always));
            }
            String rest = text.substring(named.before().length());
            return Optional.of(scope.ask(named.names(), glob("", rest, "**")));
        });
    }

    /** {@code endsWith(x, 'text')}. */
    static PossibleResults endsWith(PossibleResults value, PossibleResults end, Scope scope) {
        return test(value, end, String::endsWith, (named, text) -> {
            boolean follows = named.after().isEmpty() && !text.isEmpty();
            return follows ? Optional.of(scope.ask(named.names(), glob("**", text, ""))) : Optional.empty();
        });
    }

    /** {@code contains(x, 'text')}. A text that could lie across what is fixed and what is not is not followed. */
    static PossibleResults contains(PossibleResults value, PossibleResults part, Scope scope) {
        return test(value, part, String::contains, (named, text) -> {
            if (lower(named.before()).contains(lower(text))) {
                return Optional.of(PossibleResults.of(true));
            }
            boolean across = IntStream.range(0, named.before().length())
                    .anyMatch(at -> startsWith(text, named.before().substring(at)));
            return across || !named.after().isEmpty()
                    ? Optional.empty()
                    : Optional.of(scope.ask(named.names(), glob("**", text, "**")));
        });
    }

    private static PossibleResults test(
            PossibleResults value,
            PossibleResults part,
            BiPredicate<String, String> onTexts,
            BiFunction<Named, String, Optional<PossibleResults>> onName) {
        return PossibleResults.combine(value, part, (one, two) -> {
            if (two.literal().isEmpty()) {
                return undecided(one, two);
            }
            String text = two.literal().get().text();
            return one.literal()
                    .map(literal -> PossibleResults.of(onTexts.test(lower(literal.text()), lower(text))))
                    .or(() -> Named.of(one.value()).flatMap(named -> onName.apply(named, text)))
                    .orElseGet(() -> undecided(one, two));
        });
    }

    private static GitHubGlob glob(String before, String text, String after) {
        return new GitHubGlob(before + GitHubGlob.escaped(text) + after);
    }

    private static PossibleResults undecided(PossibleResults.Case one, PossibleResults.Case two) {
        Set<String> why = new LinkedHashSet<>(one.value().unknowns());
        why.addAll(two.value().unknowns());
        return PossibleResults.undecided(why);
    }

    private static boolean startsWith(String text, String start) {
        return lower(text).startsWith(lower(start));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
