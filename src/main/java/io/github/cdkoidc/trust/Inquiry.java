package io.github.cdkoidc.trust;

import io.github.cdkoidc.claims.GitHubRepository;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A question about some policies, and what is needed to answer it with automata. */
final class Inquiry {

    private final Mintable mintable;
    private final List<StatementJudge> statements;
    private final Budget budget = new Budget(Budget.EDGES);
    private final PolicyWords words;
    private final WrittenNames names;

    /**
     * A question.
     *
     * @param mintable what GitHub mints
     * @param policies all that it is about
     */
    Inquiry(Mintable mintable, Judge... policies) {
        this.mintable = mintable;
        this.statements = Stream.of(policies)
                .flatMap(policy -> policy.statements().stream())
                .toList();
        this.words = new PolicyWords(mintable, statements, budget);
        this.names = new WrittenNames(statements);
    }

    Issuers issuers() {
        return words.issuers();
    }

    /** Answers a question, or says that it is too large. */
    static Exposure answer(Supplier<Exposure> question) {
        try {
            return question.get();
        } catch (Budget.SpentException e) {
            return Exposure.notComputed(String.valueOf(e.getMessage()));
        }
    }

    /** The tokens that a policy admits. */
    Dfa admittedBy(Judge policy) {
        return words.of(policy.statements());
    }

    /** The tokens that one policy admits and another does not. */
    Dfa admittedBy(Judge policy, Judge butNot) {
        Dfa others = words.atMost(butNot.statements());
        return Product.of(admittedBy(policy), Product.Operation.BUT_NOT, others, budget);
    }

    /** Whose tokens they are. */
    Exposure exposure(Dfa tokens) {
        Examples examples = new Examples(tokens, words.issuers(), statements);
        List<Admission> admissions = new Survey(tokens, names, examples).admissions(mintable);
        return new Exposure(this, tokens, admissions, examples.doubts());
    }

    /** Which names the tokens have in a segment. */
    Extent extent(Dfa tokens, Segment segment, NameKind kind) {
        Walk walk = Walk.start(tokens);
        for (Segment before = Segment.ISSUER; before != null && before != segment; before = before.next()) {
            walk = walk.segment(before);
        }
        return new Contexts(names, new Examples(tokens, words.issuers(), statements)).of(walk, segment, kind);
    }

    /** The tokens that are of none of some repositories, neither by name nor by number. */
    Dfa except(Dfa tokens, Collection<GitHubRepository> repositories) {
        return RepositoryWords.except(tokens, repositories, new Budget(Budget.EDGES));
    }
}
