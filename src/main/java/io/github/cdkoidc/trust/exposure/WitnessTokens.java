package io.github.cdkoidc.trust.exposure;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.internal.automata.Dfa;
import io.github.cdkoidc.internal.automata.Ternary;
import io.github.cdkoidc.internal.evaluate.StatementEvaluator;
import io.github.cdkoidc.internal.evaluate.TokenRequest;
import io.github.cdkoidc.internal.evaluate.UndecidedReason;
import io.github.cdkoidc.internal.tokens.Context;
import io.github.cdkoidc.internal.tokens.EncodedToken;
import io.github.cdkoidc.internal.tokens.Issuers;
import io.github.cdkoidc.internal.tokens.TemplateClaims;
import io.github.cdkoidc.internal.tokens.TokenField;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes tokens of a language's encoded tokens, and says of those that may belong or not what it depends on. */
final class WitnessTokens {

    /** What many tokens say, to make an example familiar where it makes no difference. */
    private static final Map<TokenField, String> FAMILIAR = Map.of(
            TokenField.AUDIENCE, GitHubClaims.DEFAULT_AUDIENCE,
            TokenField.ACTOR, "octocat",
            TokenField.WORKFLOW, "CI");

    private final Dfa words;
    private final Issuers issuers;
    private final List<StatementEvaluator> statements;
    private final Set<String> doubts = new LinkedHashSet<>();
    private List<String> lastDoubts = List.of();

    /**
     * Examples of a language.
     *
     * @param words the language
     * @param issuers who minted the tokens
     * @param statements of the policies that the language is made of
     */
    WitnessTokens(Dfa words, Issuers issuers, List<StatementEvaluator> statements) {
        this.words = words;
        this.issuers = issuers;
        this.statements = List.copyOf(statements);
    }

    /** What it depends on whether tokens belong that have been asked for. */
    List<String> doubts() {
        return List.copyOf(doubts);
    }

    /** What it depends on whether the token belongs that was asked for last. */
    List<String> lastDoubts() {
        return lastDoubts;
    }

    /**
     * The best token that begins so and surely belongs. If there is none, it is noted what that depends on.
     *
     * @param walk the beginnings
     * @param exact the field that the walk has last chosen a text for
     */
    Optional<GitHubClaims> of(PrefixSet walk, TokenField exact) {
        EncodedToken word = walk.best(words.completion(Ternary.TRUE));
        if (word != null) {
            EncodedToken token = TemplateClaims.agreeing(familiar(word, exact));
            if (words.truthOf(token.text()) == Ternary.TRUE) {
                return Optional.of(token.claims(issuers));
            }
        }
        EncodedToken other = walk.best(words.completion(Ternary.UNKNOWN));
        if (other != null) {
            lastDoubts = doubts(other);
            doubts.addAll(lastDoubts);
        }
        return Optional.empty();
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

    /** GitHub's runs of pull requests are of the merge; the grammar takes the head too. */
    private EncodedToken ofMergedPullRequest(EncodedToken word, TokenField exact) {
        EncodedToken merged =
                word.with(TokenField.REF, word.get(TokenField.REF).replaceFirst("^(refs/pull/\\d+)/head$", "$1/merge"));
        return exact != TokenField.REF && words.truthOf(merged.text()) == Ternary.TRUE ? merged : word;
    }

    private List<String> doubts(EncodedToken word) {
        List<String> found = new ArrayList<>();
        TokenRequest run = TokenRequest.of(word.claims(issuers));
        for (StatementEvaluator statement : statements) {
            StatementEvaluator.Outcome outcome = statement.outcome(run);
            if (outcome.applies() == Ternary.UNKNOWN) {
                found.addAll(UndecidedReason.of(outcome, run));
            }
        }
        if (word.context() == Context.PULL_REQUEST_OF_BRANCH) {
            found.add("GitHub does not say what pull_request_target presents as sub");
        }
        if (word.spelling().isCustomised()) {
            found.add("the keys of a customised sub are compared with no other claim");
        }
        if (found.isEmpty()) {
            found.add("a policy variable stands for what the run presents");
        }
        return found;
    }
}
