package io.github.cdkoidc.internal.tokens;

import io.github.cdkoidc.claims.CharacterSet;
import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.claims.GitNames;
import io.github.cdkoidc.claims.TextSet;
import io.github.cdkoidc.internal.automata.AutomatonBudget;
import io.github.cdkoidc.internal.automata.Concatenation;
import io.github.cdkoidc.internal.automata.Dfa;
import io.github.cdkoidc.internal.automata.DfaBuilder;
import io.github.cdkoidc.internal.automata.Product;
import io.github.cdkoidc.internal.automata.Ternary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The {@link EncodedToken}s of the tokens that GitHub can mint. */
public enum MintableTokens {
    /** With the default {@code sub} of GitHub. */
    BY_DEFAULT,
    /** With a {@code sub} of any other template, whose keys are treated as independent of the token's claims. */
    BY_TEMPLATE;

    /** Claims that do not depend on others, and their texts. Their fields are empty if no condition tests them. */
    private static final Map<GitHubClaim, TextSet> INDEPENDENT = Map.of(
            GitHubClaim.ACTOR, GitHubGrammar.ACTOR,
            GitHubClaim.ACTOR_ID, GitNames.NUMBER,
            GitHubClaim.WORKFLOW, GitHubGrammar.TEXT,
            GitHubClaim.JOB_WORKFLOW_REF, GitHubGrammar.FILE,
            GitHubClaim.ENTERPRISE_ID, GitNames.NUMBER.optional());

    private static final CharacterSet SMALL = TextSet.range('a', 'z');
    private static final CharacterSet CAPITAL = TextSet.range('A', 'Z');
    private static final CharacterSet LETTER = TextSet.oneOf(SMALL, CAPITAL);
    private static final TextSet COLON = TextSet.text(":");
    private static final TextSet NOTHING = TextSet.empty();
    private static final TextSet RUN = TextSet.anyOf(List.of(
            run(Context.ENVIRONMENT, GitHubGrammar.TEXT, GitHubGrammar.REF),
            run(Context.REF, NOTHING, GitHubGrammar.BRANCH.or(GitHubGrammar.TAG)),
            run(Context.PULL_REQUEST, NOTHING, GitHubGrammar.PULL),
            run(Context.MERGED_PULL_REQUEST, NOTHING, GitHubGrammar.BRANCH)));

    private static final Map<MintableTokens, Map<Set<GitHubClaim>, Dfa>> MADE = new ConcurrentHashMap<>();

    public List<SubjectEncoding> spellings() {
        return Stream.of(SubjectEncoding.values())
                .filter(spelling -> spelling.isCustomised() == (this == BY_TEMPLATE))
                .toList();
    }

    /** The encoded tokens for the tested claims: true if GitHub can mint them, unknown if GitHub does not document it. */
    Dfa words(Set<GitHubClaim> tested) {
        Set<GitHubClaim> asked =
                tested.stream().filter(INDEPENDENT::containsKey).collect(Collectors.toUnmodifiableSet());
        return MADE.computeIfAbsent(this, unseen -> new ConcurrentHashMap<>())
                .computeIfAbsent(asked, this == BY_DEFAULT ? MintableTokens::byDefault : MintableTokens::byTemplate);
    }

    private static Dfa byDefault(Set<GitHubClaim> asked) {
        TextSet start = GitHubGrammar.fields(SMALL, TextSet.oneOf("CI"), NOTHING)
                .or(GitHubGrammar.fields(CAPITAL, TextSet.oneOf("C"), NOTHING));
        return tokens(start, NOTHING, RUN, asked, Ternary.TRUE);
    }

    private static Dfa byTemplate(Set<GitHubClaim> asked) {
        TextSet before = GitHubGrammar.FREE.then(COLON).anyTimes();
        TextSet start = GitHubGrammar.fields(SMALL, TextSet.oneOf("ciodn"), before)
                .or(GitHubGrammar.fields(CAPITAL, TextSet.oneOf("codn"), before));
        TextSet after = COLON.then(GitHubGrammar.FREE).anyTimes();
        TextSet anythingAfter =
                COLON.then(GitHubGrammar.OF_REPOSITORY.or(GitHubGrammar.OTHER)).anyTimes();
        return union(
                union(
                        tokens(start, after, RUN, asked, Ternary.TRUE),
                        tokens(alone("x", GitHubGrammar.FREE), NOTHING, RUN, asked, Ternary.TRUE)),
                union(
                        tokens(start, anythingAfter, RUN, asked, Ternary.UNKNOWN),
                        tokens(alone("y", GitHubGrammar.OTHER), NOTHING, RUN, asked, Ternary.UNKNOWN)));
    }

    /** The beginning of tokens whose {@code sub} does not hold the repository. */
    private static TextSet alone(String spelling, TextSet value) {
        return GitHubGrammar.fields(
                LETTER, TextSet.text(spelling), value.then(COLON.then(value).anyTimes()));
    }

    private static TextSet run(Context context, TextSet environment, TextSet ref) {
        return GitHubGrammar.fields(TextSet.text(String.valueOf(context.mark())), environment, ref);
    }

    private static Dfa tokens(TextSet start, TextSet after, TextSet run, Set<GitHubClaim> asked, Ternary truth) {
        List<Dfa> parts = new ArrayList<>();
        parts.add(GitHubGrammar.automaton(start));
        for (TextSet name : List.of(GitNames.OWNER, GitNames.NUMBER, GitNames.REPOSITORY, GitNames.NUMBER, after)) {
            parts.add(GitHubGrammar.automaton(GitHubGrammar.fields(name)));
        }
        parts.add(GitHubGrammar.automaton(run));
        parts.add(GitHubGrammar.automaton(GitHubGrammar.fields(GitHubGrammar.TEXT)));
        for (GitHubClaim claim : GitHubClaim.values()) {
            TextSet texts = INDEPENDENT.get(claim);
            if (texts != null) {
                parts.add(GitHubGrammar.automaton(GitHubGrammar.fields(asked.contains(claim) ? texts : NOTHING)));
            }
        }
        return DfaBuilder.explore(new Concatenation(parts, truth), new AutomatonBudget(AutomatonBudget.EDGES));
    }

    private static Dfa union(Dfa one, Dfa other) {
        return Product.of(one, Product.Operation.OR, other, new AutomatonBudget(AutomatonBudget.EDGES));
    }
}
