package io.github.cdkoidc.trust.exposure;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.internal.automata.Dfa;
import io.github.cdkoidc.internal.automata.Ternary;
import io.github.cdkoidc.internal.evaluate.Assumption;
import io.github.cdkoidc.internal.evaluate.PolicyEvaluator;
import io.github.cdkoidc.internal.evaluate.TokenRequest;
import io.github.cdkoidc.internal.evaluate.UndecidedReason;
import io.github.cdkoidc.internal.tokens.EncodedToken;
import io.github.cdkoidc.internal.tokens.Issuers;
import io.github.cdkoidc.internal.tokens.TemplateClaims;
import io.github.cdkoidc.internal.tokens.TokenField;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds example tokens in a set of encoded tokens, and why it is undecided whether a token belongs. */
final class WitnessTokens {

    /** Common texts, to make an example easy to read where they make no difference. */
    private static final Map<TokenField, String> FAMILIAR = Map.of(
            TokenField.AUDIENCE, GitHubClaims.DEFAULT_AUDIENCE,
            TokenField.ACTOR, "octocat",
            TokenField.WORKFLOW, "CI");

    private final Dfa words;
    private final Issuers issuers;
    private final List<PolicyEvaluator> policies;
    private final Set<String> reasons = new LinkedHashSet<>();
    private List<String> lastReasons = List.of();

    /** Of tokens that the first of the policies admits. */
    WitnessTokens(Dfa words, Issuers issuers, List<PolicyEvaluator> policies) {
        this.words = words;
        this.issuers = issuers;
        this.policies = policies;
    }

    /** What it depends on whether the tokens belong that were asked for. */
    List<String> reasons() {
        return List.copyOf(reasons);
    }

    /** What it depends on whether the last token belongs. */
    List<String> lastReasons() {
        return lastReasons;
    }

    /**
     * The best token that begins so and belongs, if what is unknown of the policies counts as they assume; the reasons say what that is.
     * The text of {@code exact} is not changed.
     */
    Optional<GitHubClaims> of(PrefixSet walk, TokenField exact) {
        EncodedToken word = walk.best(words.completion(Ternary.TRUE));
        if (word != null) {
            for (EncodedToken token : TemplateClaims.agreeing(familiar(word, exact))) {
                Optional<GitHubClaims> admitted = words.truthOf(token.text()) == Ternary.TRUE
                        ? confirmed(token.claims(issuers))
                        : Optional.empty();
                if (admitted.isPresent()) {
                    return admitted;
                }
            }
        }
        EncodedToken other = walk.best(words.completion(Ternary.UNKNOWN));
        if (other != null) {
            because(other.claims(issuers), other.spelling().isCustomised());
        }
        return Optional.empty();
    }

    /** The token that agrees with the policy variables, or else as it is; nothing if the evaluator does not confirm either. */
    private Optional<GitHubClaims> confirmed(GitHubClaims token) {
        PolicyEvaluator policy = policies.get(0);
        Optional<GitHubClaims> admitted = Stream.of(VariableValues.agreeing(token, policy.statements()), token)
                .filter(claims -> policy.evaluate(claims).isAllowed())
                .findFirst();
        admitted.ifPresent(claims -> {
            if (!policy.assuming(Assumption.NONE).evaluate(claims).isAllowed()) {
                because(claims, false);
            }
        });
        return admitted;
    }

    private EncodedToken familiar(EncodedToken word, TokenField exact) {
        EncodedToken familiar = word;
        for (Map.Entry<TokenField, String> text : FAMILIAR.entrySet()) {
            String present = familiar.get(text.getKey());
            if (text.getKey() != exact && !present.isEmpty() && !present.equals(text.getValue())) {
                EncodedToken changed = familiar.with(text.getKey(), text.getValue());
                familiar = words.truthOf(changed.text()) == Ternary.TRUE ? changed : familiar;
            }
        }
        return ofMergedPullRequest(familiar, exact);
    }

    /** GitHub's runs of pull requests have the ref of the merge; the grammar allows the head too. */
    private EncodedToken ofMergedPullRequest(EncodedToken word, TokenField exact) {
        EncodedToken merged =
                word.with(TokenField.REF, word.get(TokenField.REF).replaceFirst("^(refs/pull/\\d+)/head$", "$1/merge"));
        return exact != TokenField.REF && words.truthOf(merged.text()) == Ternary.TRUE ? merged : word;
    }

    private void because(GitHubClaims token, boolean customised) {
        TokenRequest run = TokenRequest.of(token);
        Set<String> found = new LinkedHashSet<>();
        for (PolicyEvaluator policy : policies) {
            found.addAll(UndecidedReason.of(policy.assuming(Assumption.NONE).statements(), run));
        }
        if (customised) {
            found.add("the keys of a customised sub are compared with no other claim");
        }
        if (found.isEmpty()) {
            found.add("a policy variable stands for what the run presents");
        }
        lastReasons = List.copyOf(found);
        reasons.addAll(found);
    }
}
