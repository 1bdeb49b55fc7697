package io.github.cdkoidc.trust;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.PossibleClaims;
import io.github.cdkoidc.claims.SubjectFormat;
import java.util.List;
import java.util.Optional;

/**
 * Whether the tokens of a run get in. It is computed of all tokens that the run can present, and each token that is named is decided
 * by the policy once more.
 *
 * @param answer the answer
 * @param admitted a token that gets in; of an answer that cannot be known, one that gets in if it is presented. Claims that
 *     nobody asks for may be left out
 * @param refused a token that does not, likewise
 * @param because why the answer cannot be known; nothing for other answers
 */
public record Verdict(
        Answer answer, Optional<GitHubClaims> admitted, Optional<GitHubClaims> refused, List<String> because) {

    /** The answers. */
    public enum Answer {
        /** Every token gets in. */
        ALWAYS("always"),
        /** No token gets in. */
        NEVER("never"),
        /** One token gets in and another does not. */
        SOMETIMES("sometimes"),
        /** It depends on what is not known. */
        UNKNOWN("cannot be known");

        private final String words;

        Answer(String words) {
            this.words = words;
        }

        /** The answer in words: {@code cannot be known}. */
        @Override
        public String toString() {
            return words;
        }
    }

    /** Takes a copy. */
    public Verdict {
        because = List.copyOf(because);
    }

    /**
     * Whether some token surely gets in.
     *
     * @return true if the answer is always or sometimes
     */
    public boolean admitsSome() {
        return answer == Answer.ALWAYS || answer == Answer.SOMETIMES;
    }

    /**
     * The answer of a policy.
     *
     * @param policy the policy
     * @param claims the tokens that the run can present
     * @return the answer, with tokens that prove it
     */
    public static Verdict of(Judge policy, PossibleClaims claims) {
        return Forecast.of(policy, claims);
    }

    static Verdict unknown(String why) {
        return new Verdict(Answer.UNKNOWN, Optional.empty(), Optional.empty(), List.of(why));
    }

    /** The answer, and the subjects that prove it or what it depends on. */
    @Override
    public String toString() {
        return switch (answer) {
            case ALWAYS, NEVER -> answer.toString();
            case SOMETIMES ->
                answer + ": " + admitted.map(SubjectFormat::shown).orElseThrow() + " gets in, "
                        + refused.map(SubjectFormat::shown).orElseThrow() + " does not";
            case UNKNOWN -> answer + ", because " + String.join("; and ", because);
        };
    }
}
