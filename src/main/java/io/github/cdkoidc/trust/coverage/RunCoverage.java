package io.github.cdkoidc.trust.coverage;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.SubjectFormat;
import io.github.cdkoidc.claims.TokenSet;
import io.github.cdkoidc.internal.evaluate.PolicyEvaluator;
import java.util.List;
import java.util.Optional;

/**
 * Whether the tokens of a run can assume the role. It is computed for all tokens that the run can present, and the policy then decides
 * each named token again.
 *
 * @param answer the answer
 * @param admitted a token that assumes the role; if the answer cannot be known, a token that does if the run presents it. Claims that
 *     no condition tests may be missing
 * @param refused a token that does not, in the same way
 * @param because why the answer cannot be known; empty for other answers
 */
public record RunCoverage(
        Answer answer, Optional<GitHubClaims> admitted, Optional<GitHubClaims> refused, List<String> because) {

    /** The answers. */
    public enum Answer {
        /** Every token assumes the role. */
        ALWAYS("always"),
        /** No token assumes the role. */
        NEVER("never"),
        /** One token assumes the role and another does not. */
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
    public RunCoverage {
        because = List.copyOf(because);
    }

    /** {@return whether some token surely assumes the role: true if the answer is always or sometimes} */
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
    public static RunCoverage of(PolicyEvaluator policy, TokenSet claims) {
        return RunCoverageQuery.of(policy, claims);
    }

    /** The answer, and the subjects that prove it or what it depends on. */
    @Override
    public String toString() {
        return switch (answer) {
            case ALWAYS, NEVER -> answer.toString();
            case SOMETIMES ->
                answer + ": " + admitted.map(SubjectFormat::shown).orElseThrow() + " assumes the role, "
                        + refused.map(SubjectFormat::shown).orElseThrow() + " does not";
            case UNKNOWN -> answer + ", because " + String.join("; and ", because);
        };
    }
}
