package io.github.cdkoidc.internal.tokens;

import io.github.cdkoidc.claims.GitHubRepository;
import io.github.cdkoidc.claims.TextSet;
import io.github.cdkoidc.internal.automata.AutomatonBudget;
import io.github.cdkoidc.internal.automata.Concatenation;
import io.github.cdkoidc.internal.automata.Dfa;
import io.github.cdkoidc.internal.automata.DfaBuilder;
import io.github.cdkoidc.internal.automata.Product;
import io.github.cdkoidc.internal.automata.Ternary;
import io.github.cdkoidc.internal.automata.TransitionGraph;
import io.github.cdkoidc.internal.automata.Trie;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The {@link EncodedToken}s of given repositories. */
public final class RepositoryTokens {

    private static final Dfa ANY_FIELD = GitHubGrammar.automaton(GitHubGrammar.fields(TextSet.any()));

    private RepositoryTokens() {}

    /** The encoded tokens that are of other repositories, by name and, if it is known, by number. */
    public static Dfa except(Dfa words, Collection<GitHubRepository> repositories, AutomatonBudget budget) {
        Dfa rest = words;
        for (GitHubRepository repository : repositories) {
            Map<TokenField, String> name =
                    Map.of(TokenField.OWNER, repository.owner(), TokenField.REPOSITORY, repository.name());
            rest = Product.of(rest, Product.Operation.BUT_NOT, with(name, budget), budget);
            if (repository.ids().isPresent()) {
                String number = Long.toString(repository.ids().get().repository());
                Concatenation numbered = with(Map.of(TokenField.REPOSITORY_ID, number), budget);
                rest = Product.of(rest, Product.Operation.BUT_NOT, numbered, budget);
            }
        }
        return rest;
    }

    /** The encoded tokens with these texts in these fields, in any case. */
    private static Concatenation with(Map<TokenField, String> texts, AutomatonBudget budget) {
        List<Dfa> parts = new ArrayList<>();
        for (TokenField field : TokenField.values()) {
            String text = texts.get(field);
            parts.add(
                    text == null
                            ? ANY_FIELD
                            : DfaBuilder.explore(new Trie(List.of(text + TransitionGraph.END), true), budget));
        }
        return new Concatenation(parts, Ternary.TRUE);
    }
}
