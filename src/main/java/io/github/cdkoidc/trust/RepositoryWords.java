package io.github.cdkoidc.trust;

import io.github.cdkoidc.claims.GitHubRepository;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The {@link TokenWord}s of given repositories. */
final class RepositoryWords {

    private static final Dfa ANY_SEGMENT = Grammar.texts("[^;]*;");

    private RepositoryWords() {}

    /**
     * The words that are of none of some repositories, neither by name nor, if it is known, by number.
     *
     * @throws Budget.SpentException if they are too many for the budget
     */
    static Dfa except(Dfa words, Collection<GitHubRepository> repositories, Budget budget) {
        Dfa rest = words;
        for (GitHubRepository repository : repositories) {
            Map<Segment, String> name =
                    Map.of(Segment.OWNER, repository.owner(), Segment.REPOSITORY, repository.name());
            rest = Product.of(rest, Product.Operation.BUT_NOT, with(name, budget), budget);
            if (repository.ids().isPresent()) {
                String number = Long.toString(repository.ids().get().repository());
                Sequence numbered = with(Map.of(Segment.REPOSITORY_ID, number), budget);
                rest = Product.of(rest, Product.Operation.BUT_NOT, numbered, budget);
            }
        }
        return rest;
    }

    /** The words that have some texts for segments, in any case. */
    private static Sequence with(Map<Segment, String> texts, Budget budget) {
        List<Dfa> parts = new ArrayList<>();
        for (Segment segment : Segment.values()) {
            String text = texts.get(segment);
            parts.add(
                    text == null
                            ? ANY_SEGMENT
                            : Exploration.explore(new Trie(List.of(text + Machine.END), true), budget));
        }
        return new Sequence(parts, Truth.TRUE);
    }
}
