package io.github.cdkoidc.trust.decision;

import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.policy.ConditionKey;
import io.github.cdkoidc.policy.OperatorKind;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** A cause that lies in how IAM compares, or in what AWS makes keys of. */
@SuppressWarnings("ImmutableEnumChecker") // the functions hold nothing
enum ConditionCause implements Cause {
    ONLY_THE_CASE(
            ConditionCause::withoutCase,
            asked -> "only the case differs, and " + asked.operator() + " minds it",
            asked -> "write \"" + asked.presented() + "\", the case that GitHub uses"),
    WILDCARD_IS_LITERAL(
            ConditionCause::withWildcards,
            asked -> "* and ? are literal under " + asked.operator() + ": they stand for themselves",
            asked -> "write " + withWildcards(asked).orElse(asked).operator()
                    + " for the values with wildcards, in a statement of their own"),
    DEFAULT_AUDIENCE(
            ConditionCause::withAudience,
            asked -> "the audience is GitHub's default, which a token gets if it is asked for without one",
            asked -> "ask for \"" + asked.firstText().orElse("sts.amazonaws.com")
                    + "\": aws-actions/configure-aws-credentials has the input audience, and core.getIDToken(…) an argument"),
    NEVER_POPULATED(
            ConditionCause::populated,
            asked -> "the key is one that AWS never populates, so it is missing in every run, whatever the token's "
                    + asked.key().claim() + " is",
            asked -> "test " + GitHubClaim.instead(asked.key().claim())),
    KEY_OF_ANOTHER_ISSUER(
            ConditionCause::ofOwnIssuer,
            asked -> "the key is of another issuer, and AWS populates those of the token's own issuer, "
                    + asked.run().issuer(),
            asked -> "write " + asked.run().issuerName() + ":" + asked.key().claim());

    private final Function<Counterfactual, Optional<Counterfactual>> without;
    private final Function<Counterfactual, String> what;
    private final Function<Counterfactual, String> remedy;

    ConditionCause(
            Function<Counterfactual, Optional<Counterfactual>> without,
            Function<Counterfactual, String> what,
            Function<Counterfactual, String> remedy) {
        this.without = without;
        this.what = what;
        this.remedy = remedy;
    }

    @Override
    public Optional<Counterfactual> without(Counterfactual asked) {
        return without.apply(asked);
    }

    @Override
    public String what(Counterfactual asked) {
        return what.apply(asked);
    }

    @Override
    public String remedy(Counterfactual asked) {
        return remedy.apply(asked);
    }

    private static Optional<Counterfactual> withoutCase(Counterfactual asked) {
        return Optional.ofNullable(asked.presented())
                .map(presented -> asked.presenting(folded(presented)))
                .map(folded -> folded.wanting(ConditionCause::folded).orElse(folded));
    }

    private static Optional<Counterfactual> withWildcards(Counterfactual asked) {
        return switch (asked.condition().operator().comparison()) {
            case STRING_EQUALS, STRING_EQUALS_IGNORE_CASE -> Optional.of(asked.comparing(OperatorKind.STRING_LIKE));
            case STRING_NOT_EQUALS, STRING_NOT_EQUALS_IGNORE_CASE ->
                Optional.of(asked.comparing(OperatorKind.STRING_NOT_LIKE));
            default -> Optional.empty();
        };
    }

    private static Optional<Counterfactual> withAudience(Counterfactual asked) {
        return Optional.ofNullable(asked.presented())
                .filter(presented -> presented.startsWith("https://github.com/"))
                .filter(presented -> asked.key().claim().equals("aud"))
                .flatMap(presented -> asked.firstText().map(asked::presenting));
    }

    private static Optional<Counterfactual> populated(Counterfactual asked) {
        return asked.presented() == null
                        && !asked.key().isPopulated()
                        && asked.key().isOf(asked.run().issuer())
                ? asked.firstText().map(asked::presenting)
                : Optional.empty();
    }

    private static Optional<Counterfactual> ofOwnIssuer(Counterfactual asked) {
        ConditionKey key = asked.key();
        return asked.presented() == null
                        && key.isPopulated()
                        && !key.isOf(asked.run().issuer())
                ? Optional.ofNullable(asked.run().claim(key.claim())).map(asked::presenting)
                : Optional.empty();
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
