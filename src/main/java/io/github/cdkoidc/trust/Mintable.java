package io.github.cdkoidc.trust;

import io.github.cdkoidc.claims.GitHubClaim;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The {@link TokenWord}s of the tokens that GitHub can mint. */
enum Mintable {
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
            .map(Grammar::texts)
            .toList();
    private static final Dfa NOTHING = Grammar.texts(";");
    private static final Dfa RUN = Grammar.texts("e;<text>;<ref>;|r;;(<branch>|<tag>);|p;;<pull>;");
    /** Of the event that GitHub does not document. */
    private static final Dfa UNTOLD_RUN = Grammar.texts("t;;<branch>;");

    private static final Dfa AUDIENCE = Grammar.texts("<text>;");

    private static final Map<Mintable, Map<Set<GitHubClaim>, Dfa>> MADE = new ConcurrentHashMap<>();

    List<Spelling> spellings() {
        return Stream.of(Spelling.values())
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
        Dfa start = Grammar.texts("([a-z];[CI]|[A-Z];C);;");
        return union(
                words(start, NOTHING, RUN, asked, Truth.TRUE), words(start, NOTHING, UNTOLD_RUN, asked, Truth.UNKNOWN));
    }

    private static Dfa byTemplate(Set<GitHubClaim> asked) {
        Dfa told = Grammar.texts("([a-z];[ciodn]|[A-Z];[codn]);(<free>:)*;");
        Dfa other = Grammar.texts("[A-Za-z];y;<other>(:<other>)*;");
        Dfa behind = Grammar.texts("(:<free>)*;");
        Dfa anythingBehind = Grammar.texts("(:(<ofrepository>|<other>))*;");
        return union(
                union(words(told, behind, RUN, asked, Truth.TRUE), byAnybodysTemplate(asked)),
                union(
                        words(told, anythingBehind, RUN, asked, Truth.UNKNOWN),
                        words(other, NOTHING, RUN, asked, Truth.UNKNOWN)));
    }

    /** Of templates that say nothing of the repository. */
    private static Dfa byAnybodysTemplate(Set<GitHubClaim> asked) {
        return words(Grammar.texts("[A-Za-z];x;<free>(:<free>)*;"), NOTHING, RUN, asked, Truth.TRUE);
    }

    private static Dfa words(Dfa start, Dfa after, Dfa run, Set<GitHubClaim> asked, Truth truth) {
        List<Dfa> parts = new ArrayList<>(List.of(start));
        parts.addAll(REPOSITORY);
        parts.addAll(List.of(after, run, AUDIENCE));
        for (GitHubClaim claim : GitHubClaim.values()) {
            String texts = INDEPENDENT.get(claim);
            if (texts != null) {
                parts.add(asked.contains(claim) ? Grammar.texts(texts) : NOTHING);
            }
        }
        return Exploration.explore(new Sequence(parts, truth), new Budget(Budget.EDGES));
    }

    private static Dfa union(Dfa one, Dfa other) {
        return Product.of(one, Product.Operation.OR, other, new Budget(Budget.EDGES));
    }
}
