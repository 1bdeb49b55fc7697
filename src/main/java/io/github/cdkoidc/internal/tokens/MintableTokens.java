package io.github.cdkoidc.internal.tokens;

import io.github.cdkoidc.claims.GitHubClaim;
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
    /** With the {@code sub} that GitHub writes unless it is told otherwise. */
    BY_DEFAULT,
    /** With a {@code sub} of any other template, whose keys are taken to be independent of the token's claims. */
    BY_TEMPLATE;

    /** Claims that do not depend on any other, and what they hold. A word leaves them out if nobody asks for them. */
    private static final Map<GitHubClaim, String> INDEPENDENT = Map.of(
            GitHubClaim.ACTOR, "<actor>;",
            GitHubClaim.ACTOR_ID, "<id>;",
            GitHubClaim.WORKFLOW, "<text>;",
            GitHubClaim.JOB_WORKFLOW_REF, "<file>;",
            GitHubClaim.ENTERPRISE_ID, "<id>?;");

    private static final List<Dfa> REPOSITORY = Stream.of("<owner>;", "<id>;", "<name>;", "<id>;")
            .map(GitHubGrammar::texts)
            .toList();
    private static final Dfa NOTHING = GitHubGrammar.texts(";");
    private static final Dfa RUN = GitHubGrammar.texts("e;<text>;<ref>;|r;;(<branch>|<tag>);|p;;<pull>;");
    /** Of the event that GitHub does not document. */
    private static final Dfa UNTOLD_RUN = GitHubGrammar.texts("t;;<branch>;");

    private static final Dfa AUDIENCE = GitHubGrammar.texts("<text>;");

    private static final Map<MintableTokens, Map<Set<GitHubClaim>, Dfa>> MADE = new ConcurrentHashMap<>();

    public List<SubjectEncoding> spellings() {
        return Stream.of(SubjectEncoding.values())
                .filter(spelling -> spelling.isCustomised() == (this == BY_TEMPLATE))
                .toList();
    }

    /**
     * The words: true of what can be minted, unknown where GitHub does not say.
     *
     * @param tested the claims that matter
     */
    Dfa words(Set<GitHubClaim> tested) {
        Set<GitHubClaim> asked =
                tested.stream().filter(INDEPENDENT::containsKey).collect(Collectors.toUnmodifiableSet());
        return MADE.computeIfAbsent(this, unseen -> new ConcurrentHashMap<>()).computeIfAbsent(asked, this::make);
    }

    private Dfa make(Set<GitHubClaim> asked) {
        return switch (this) {
            case BY_DEFAULT -> byDefault(asked);
            case BY_TEMPLATE -> byTemplate(asked);
        };
    }

    private static Dfa byDefault(Set<GitHubClaim> asked) {
        Dfa start = GitHubGrammar.texts("([a-z];[CI]|[A-Z];C);;");
        return union(
                words(start, NOTHING, RUN, asked, Ternary.TRUE),
                words(start, NOTHING, UNTOLD_RUN, asked, Ternary.UNKNOWN));
    }

    private static Dfa byTemplate(Set<GitHubClaim> asked) {
        Dfa told = GitHubGrammar.texts("([a-z];[ciodn]|[A-Z];[codn]);(<free>:)*;");
        Dfa other = GitHubGrammar.texts("[A-Za-z];y;<other>(:<other>)*;");
        Dfa behind = GitHubGrammar.texts("(:<free>)*;");
        Dfa anythingBehind = GitHubGrammar.texts("(:(<ofrepository>|<other>))*;");
        return union(
                union(words(told, behind, RUN, asked, Ternary.TRUE), byAnybodysTemplate(asked)),
                union(
                        words(told, anythingBehind, RUN, asked, Ternary.UNKNOWN),
                        words(other, NOTHING, RUN, asked, Ternary.UNKNOWN)));
    }

    /** Of templates that say nothing of the repository. */
    private static Dfa byAnybodysTemplate(Set<GitHubClaim> asked) {
        return words(GitHubGrammar.texts("[A-Za-z];x;<free>(:<free>)*;"), NOTHING, RUN, asked, Ternary.TRUE);
    }

    private static Dfa words(Dfa start, Dfa after, Dfa run, Set<GitHubClaim> asked, Ternary truth) {
        List<Dfa> parts = new ArrayList<>(List.of(start));
        parts.addAll(REPOSITORY);
        parts.addAll(List.of(after, run, AUDIENCE));
        for (GitHubClaim claim : GitHubClaim.values()) {
            String texts = INDEPENDENT.get(claim);
            if (texts != null) {
                parts.add(asked.contains(claim) ? GitHubGrammar.texts(texts) : NOTHING);
            }
        }
        return DfaBuilder.explore(new Concatenation(parts, truth), new AutomatonBudget(AutomatonBudget.EDGES));
    }

    private static Dfa union(Dfa one, Dfa other) {
        return Product.of(one, Product.Operation.OR, other, new AutomatonBudget(AutomatonBudget.EDGES));
    }
}
