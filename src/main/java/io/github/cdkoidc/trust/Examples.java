package io.github.cdkoidc.trust;

import io.github.cdkoidc.claims.GitHubClaims;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes tokens of a language's words, and says of those that may belong or not what it depends on. */
final class Examples {

    /** What many tokens say, to make an example familiar where it makes no difference. */
    private static final Map<Segment, String> FAMILIAR = Map.of(
            Segment.AUDIENCE, GitHubClaims.DEFAULT_AUDIENCE,
            Segment.ACTOR, "octocat",
            Segment.WORKFLOW, "CI");

    private final Dfa words;
    private final Issuers issuers;
    private final List<StatementJudge> statements;
    private final Set<String> doubts = new LinkedHashSet<>();
    private List<String> lastDoubts = List.of();

    /**
     * Examples of a language.
     *
     * @param words the language
     * @param issuers who minted the tokens
     * @param statements of the policies that the language is made of
     */
    Examples(Dfa words, Issuers issuers, List<StatementJudge> statements) {
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
     * @param exact the segment that the walk has last chosen a text for
     */
    Optional<GitHubClaims> of(Walk walk, Segment exact) {
        TokenWord word = walk.best(words.completion(Truth.TRUE));
        if (word != null) {
            TokenWord token = TemplateClaims.agreeing(familiar(word, exact));
            if (words.truthOf(token.text()) == Truth.TRUE) {
                return Optional.of(token.claims(issuers));
            }
        }
        TokenWord other = walk.best(words.completion(Truth.UNKNOWN));
        if (other != null) {
            lastDoubts = doubts(other);
            doubts.addAll(lastDoubts);
        }
        return Optional.empty();
    }

    private TokenWord familiar(TokenWord word, Segment exact) {
        TokenWord familiar = word;
        for (Map.Entry<Segment, String> text : FAMILIAR.entrySet()) {
            String present = familiar.get(text.getKey());
            if (text.getKey() != exact && !present.isEmpty() && !present.equals(text.getValue())) {
                TokenWord changed = familiar.with(text.getKey(), text.getValue());
                familiar = words.truthOf(changed.text()) == Truth.TRUE ? changed : familiar;
            }
        }
        return ofMergedPullRequest(familiar, exact);
    }

    /** GitHub's runs of pull requests are of the merge; the grammar takes the head too. */
    private TokenWord ofMergedPullRequest(TokenWord word, Segment exact) {
        TokenWord merged =
                word.with(Segment.REF, word.get(Segment.REF).replaceFirst("^(refs/pull/\\d+)/head$", "$1/merge"));
        return exact != Segment.REF && words.truthOf(merged.text()) == Truth.TRUE ? merged : word;
    }

    private List<String> doubts(TokenWord word) {
        List<String> found = new ArrayList<>();
        Run run = Run.of(word.claims(issuers));
        for (StatementJudge statement : statements) {
            StatementJudge.Outcome outcome = statement.outcome(run);
            if (outcome.applies() == Truth.UNKNOWN) {
                found.addAll(Doubt.of(outcome, run));
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
