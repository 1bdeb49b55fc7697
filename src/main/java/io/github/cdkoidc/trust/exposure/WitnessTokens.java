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

/** Finds example tokens in a set of encoded tokens, and why it is undecided whether a token belongs. */
final class WitnessTokens {

    /** Common texts, to make an example easy to read where they make no difference. */
    private static final Map<TokenField, String> FAMILIAR = Map.of(
            TokenField.AUDIENCE, GitHubClaims.DEFAULT_AUDIENCE,
            TokenField.ACTOR, "octocat",
            TokenField.WORKFLOW, "CI");

    private final Dfa words;
    private final Issuers issuers;
    private final List<StatementEvaluator> statements;
    private final Set<String> reasons = new LinkedHashSet<>();
    private List<String> lastReasons = List.of();

    WitnessTokens(Dfa words, Issuers issuers, List<StatementEvaluator> statements) {
        this.words = words;
        this.issuers = issuers;
        this.statements = List.copyOf(statements);
    }

    /** Why it is undecided whether the tokens belong that were asked for. */
    List<String> reasons() {
        return List.copyOf(reasons);
    }

    /** Why it is undecided whether the last token belongs. */
    List<String> lastReasons() {
        return lastReasons;
    }

    /** The best token that begins so and surely belongs; if there is none, the reasons are kept. The text of {@code exact} is not changed. */
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
            lastReasons = reasons(other);
            reasons.addAll(lastReasons);
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

    /** GitHub's runs of pull requests have the ref of the merge; the grammar allows the head too. */
    private EncodedToken ofMergedPullRequest(EncodedToken word, TokenField exact) {
        EncodedToken merged =
                word.with(TokenField.REF, word.get(TokenField.REF).replaceFirst("^(refs/pull/\\d+)/head$", "$1/merge"));
        return exact != TokenField.REF && words.truthOf(merged.text()) == Ternary.TRUE ? merged : word;
    }

    private List<String> reasons(EncodedToken word) {
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
