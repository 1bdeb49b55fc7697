package io.github.cdkoidc.trust.exposure;

import io.github.cdkoidc.claims.GitHubRepository;
import io.github.cdkoidc.internal.automata.AutomatonBudget;
import io.github.cdkoidc.internal.automata.Dfa;
import io.github.cdkoidc.internal.automata.Product;
import io.github.cdkoidc.internal.evaluate.PolicyEvaluator;
import io.github.cdkoidc.internal.evaluate.StatementEvaluator;
import io.github.cdkoidc.internal.tokens.Issuers;
import io.github.cdkoidc.internal.tokens.MintableTokens;
import io.github.cdkoidc.internal.tokens.PolicyAutomaton;
import io.github.cdkoidc.internal.tokens.RepositoryTokens;
import io.github.cdkoidc.internal.tokens.TokenField;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Computes which tokens some policies admit. */
final class ExposureQuery {

    private final MintableTokens mintable;
    private final List<StatementEvaluator> statements;
    private final AutomatonBudget budget = new AutomatonBudget(AutomatonBudget.EDGES);
    private final PolicyAutomaton words;
    private final LiteralNames names;

    ExposureQuery(MintableTokens mintable, PolicyEvaluator... policies) {
        this.mintable = mintable;
        this.statements = Stream.of(policies)
                .flatMap(policy -> policy.statements().stream())
                .toList();
        this.words = new PolicyAutomaton(mintable, statements, budget);
        this.names = new LiteralNames(statements);
    }

    Issuers issuers() {
        return words.issuers();
    }

    /** Answers a question, or says that it is too large. */
    static Exposure answer(Supplier<Exposure> question) {
        try {
            return question.get();
        } catch (AutomatonBudget.SpentException e) {
            return Exposure.notComputed(String.valueOf(e.getMessage()));
        }
    }

    /** The tokens that a policy admits. */
    Dfa admittedBy(PolicyEvaluator policy) {
        return words.of(policy.statements());
    }

    /** The tokens that one policy admits and another does not. */
    Dfa admittedBy(PolicyEvaluator policy, PolicyEvaluator butNot) {
        Dfa others = words.atMost(butNot.statements());
        return Product.of(admittedBy(policy), Product.Operation.BUT_NOT, others, budget);
    }

    /** The owners and repositories of tokens. */
    Exposure exposure(Dfa tokens) {
        WitnessTokens examples = new WitnessTokens(tokens, words.issuers(), statements);
        List<Admission> admissions = new AdmissionEnumerator(tokens, names, examples).admissions(mintable);
        return new Exposure(this, tokens, admissions, examples.reasons());
    }

    /** The names that the tokens have in a field. */
    Extent extent(Dfa tokens, TokenField field, NameKind kind) {
        PrefixSet walk = PrefixSet.start(tokens);
        for (TokenField before = TokenField.ISSUER; before != null && before != field; before = before.next()) {
            walk = walk.field(before);
        }
        return new ContextExtents(names, new WitnessTokens(tokens, words.issuers(), statements)).of(walk, field, kind);
    }

    /** The tokens that are of other repositories, by name and by number. */
    Dfa except(Dfa tokens, Collection<GitHubRepository> repositories) {
        return RepositoryTokens.except(tokens, repositories, new AutomatonBudget(AutomatonBudget.EDGES));
    }
}
