package io.github.cdkoidc.trust.rules;

import io.github.cdkoidc.claims.SubjectValue;
import io.github.cdkoidc.internal.spelling.ClaimSpelling;
import io.github.cdkoidc.internal.spelling.SpellingMistake;
import io.github.cdkoidc.internal.spelling.SpellingMistake.Certainty;
import io.github.cdkoidc.policy.OperatorKind;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds values because of which a run is denied, and would not be if they were written a little differently. */
final class MiswrittenValues {

    private static final List<OperatorKind> EXACT =
            List.of(OperatorKind.STRING_EQUALS, OperatorKind.STRING_EQUALS_IGNORE_CASE);
    private static final List<OperatorKind> POSITIVE =
            List.of(OperatorKind.STRING_EQUALS, OperatorKind.STRING_EQUALS_IGNORE_CASE, OperatorKind.STRING_LIKE);

    private MiswrittenValues() {}

    /** Wildcards under an operator that has none. */
    static Stream<RuleMatch> literalWildcard(AllowStatement statement) {
        return ReplacedValue.in(statement, EXACT).stream()
                .filter(value -> value.text().indexOf('*') >= 0 || value.text().indexOf('?') >= 0)
                .flatMap(value -> value.compared(OperatorKind.STRING_LIKE).stream()
                        .map(token -> RuleMatch.denied(
                                value.place(),
                                token,
                                "* and ? of \"" + value.text() + "\" stand for themselves under "
                                        + value.operator().iamName() + ", so a run is denied")));
    }

    /** The full name of a ref in {@code sub}, without {@code ref:} before it. */
    static Stream<RuleMatch> missingRef(AllowStatement statement) {
        return ReplacedValue.in(statement, POSITIVE).stream()
                .filter(value -> value.condition().key().claim().equals("sub"))
                .flatMap(value -> value.written(new SubjectValue(value.text()).withRef()).stream()
                        .map(token -> RuleMatch.denied(
                                value.place(),
                                token,
                                "\"" + value.text() + "\" has no ref: before the ref, so a run is denied")));
    }

    /** What no token presents for the claim, and people type all the same. */
    static Stream<RuleMatch> neverPresented(AllowStatement statement) {
        return mistyped(statement, Certainty.NEVER, ", so a run is denied");
    }

    /** What a token may present, and was hardly meant to. */
    static Stream<RuleMatch> unlikely(AllowStatement statement) {
        return mistyped(statement, Certainty.UNLIKELY, ", so a run that was meant is denied");
    }

    /** A {@code sub} that only a template of the repository's own writes. */
    static Stream<RuleMatch> customised(AllowStatement statement) {
        return mistyped(
                statement, Certainty.CUSTOMISED, ", so a run is denied unless the repository customises its sub");
    }

    private static Stream<RuleMatch> mistyped(AllowStatement statement, Certainty certainty, String follows) {
        return ReplacedValue.in(statement, POSITIVE).stream()
                .flatMap(value -> ClaimSpelling.mistake(value.condition().key().claim(), value.text()).stream()
                        .filter(mistake -> mistake.certainty() == certainty)
                        .filter(mistake -> value.isFixedOtherwiseThan(mistake.corrected()) || value.isDead())
                        .filter(mistake -> !isMissingRef(value))
                        .flatMap(mistake -> value.corrected(mistake.corrected()).stream()
                                .map(token -> RuleMatch.denied(
                                        value.place(), token, "\"" + value.text() + "\" " + mistake.what() + follows))
                                .map(match -> value.admitsStrangers(mistake.corrected())
                                        ? match
                                        : match.with(remedy(value, mistake)))));
    }

    private static boolean isMissingRef(ReplacedValue value) {
        return value.condition().key().claim().equals("sub")
                && value.written(new SubjectValue(value.text()).withRef()).isPresent();
    }

    private static String remedy(ReplacedValue value, SpellingMistake mistake) {
        return mistake.remedy()
                + (value.needsPattern(mistake.corrected()) ? " under StringLike, in a statement of its own" : "");
    }

    /** Another case than GitHub's. */
    static Stream<RuleMatch> wrongCase(AllowStatement statement) {
        Set<String> presented = statement.presented();
        return ReplacedValue.in(statement, List.of(OperatorKind.STRING_EQUALS)).stream()
                .filter(value -> !presented.contains(value.text()) && value.isDead())
                .flatMap(value -> value.compared(OperatorKind.STRING_EQUALS_IGNORE_CASE).stream()
                        .map(token -> RuleMatch.denied(
                                value.place(),
                                token,
                                "\"" + value.text()
                                        + "\" matches no run, and would in another case, so a run is denied whose "
                                        + value.condition().key().claim() + " is "
                                        + token.get(value.condition().key().claim())
                                                .orElse("missing"))));
    }
}
