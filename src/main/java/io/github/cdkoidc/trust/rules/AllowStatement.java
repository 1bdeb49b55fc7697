package io.github.cdkoidc.trust.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.internal.automata.AutomatonBudget;
import io.github.cdkoidc.internal.automata.Ternary;
import io.github.cdkoidc.internal.evaluate.Assumption;
import io.github.cdkoidc.internal.evaluate.ConditionEvaluator;
import io.github.cdkoidc.internal.evaluate.PolicyEvaluator;
import io.github.cdkoidc.internal.evaluate.StatementEvaluator;
import io.github.cdkoidc.internal.evaluate.TokenRequest;
import io.github.cdkoidc.policy.Condition;
import io.github.cdkoidc.policy.Effect;
import io.github.cdkoidc.policy.PolicyPointer;
import io.github.cdkoidc.policy.Statement;
import io.github.cdkoidc.trust.exposure.Admission;
import io.github.cdkoidc.trust.exposure.Exposure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A statement that allows runs of GitHub, with the statements that deny some of them. */
final class AllowStatement {

    /** The claim that names the run. */
    static final Set<String> SUBJECT = Set.of("sub");

    private final PolicyEvaluator whole;
    private final StatementEvaluator evaluator;
    private final GitHubIssuer issuer;
    private final PolicyEvaluator alone;
    private final AutomatonBudget budget;
    private @Nullable Exposure exposure;
    private @Nullable Exposure customised;
    private @Nullable Map<TrustRule, List<RuleMatch>> access;

    private AllowStatement(
            PolicyEvaluator whole, StatementEvaluator evaluator, GitHubIssuer issuer, AutomatonBudget budget) {
        this.whole = whole;
        this.budget = budget;
        this.evaluator = evaluator;
        this.issuer = issuer;
        this.alone = with(evaluator.statement());
    }

    /** The statements of a policy that allow runs of some GitHub. */
    static List<AllowStatement> of(PolicyEvaluator policy) {
        List<AllowStatement> found = new ArrayList<>();
        AutomatonBudget budget = new AutomatonBudget(AutomatonBudget.OF_POLICY);
        for (StatementEvaluator statement : policy.statements()) {
            if (statement.statement().effect() == Effect.ALLOW && statement.action() != Ternary.FALSE) {
                issuer(statement).ifPresent(issuer -> found.add(new AllowStatement(policy, statement, issuer, budget)));
            }
        }
        return found;
    }

    /**
     * The GitHub whose tokens a statement is about: its principal's, or its keys' where the principal may be anything. It may be
     * github.com where neither tells of another issuer.
     */
    private static Optional<GitHubIssuer> issuer(StatementEvaluator statement) {
        Stream<String> keys =
                statement.conditions().stream().map(condition -> condition.key().issuer());
        return Stream.concat(statement.principals().issuers().stream(), keys)
                .filter(GitHubIssuer::isOne)
                .map(GitHubIssuer::ofUrl)
                .filter(issuer -> statement.principals().test(run(issuer)) != Ternary.FALSE)
                .findFirst()
                .or(() -> Optional.of(GitHubIssuer.GITHUB_COM).filter(issuer -> mayBeOf(statement, issuer)));
    }

    private static boolean mayBeOf(StatementEvaluator statement, GitHubIssuer issuer) {
        Ternary named = statement.principals().test(run(issuer));
        return named == Ternary.TRUE
                || (named == Ternary.UNKNOWN
                        && statement.conditions().stream()
                                .noneMatch(condition -> condition.key().isOfToken()));
    }

    /** A run of an issuer, of which nothing else is known. */
    static TokenRequest run(GitHubIssuer issuer) {
        return new TokenRequest(GitHubClaims.of(Map.of()), issuer.url());
    }

    GitHubIssuer issuer() {
        return issuer;
    }

    StatementEvaluator evaluator() {
        return evaluator;
    }

    List<ConditionEvaluator> conditions() {
        return evaluator.conditions();
    }

    /** The conditions on claims of these names. */
    List<ConditionEvaluator> conditionsOn(Set<String> claims) {
        return conditions().stream()
                .filter(condition -> claims.contains(condition.key().claim()))
                .toList();
    }

    /** The policy at its worst, with this statement alone changed to another, and those that deny. */
    PolicyEvaluator with(Statement changed) {
        List<Statement> statements = new ArrayList<>(List.of(changed));
        whole.document().statements().stream()
                .filter(statement -> statement.effect() == Effect.DENY)
                .forEach(statements::add);
        return atWorst(statements);
    }

    /** The same with one condition changed. */
    PolicyEvaluator with(ConditionEvaluator condition, UnaryOperator<Condition> change) {
        return with(changed(conditions().stream()
                .map(ConditionEvaluator::condition)
                .map(other -> other.equals(condition.condition()) ? change.apply(other) : other)
                .toList()));
    }

    /** The same with every condition changed. */
    PolicyEvaluator withKeys(UnaryOperator<Condition> change) {
        return with(changed(conditions().stream()
                .map(ConditionEvaluator::condition)
                .map(change)
                .toList()));
    }

    /** The same without one condition. */
    PolicyEvaluator without(ConditionEvaluator condition) {
        return with(changed(conditions().stream()
                .map(ConditionEvaluator::condition)
                .filter(other -> !other.equals(condition.condition()))
                .toList()));
    }

    /** The same without one value of a condition that has others. */
    PolicyEvaluator without(ConditionEvaluator condition, JsonNode value) {
        return with(
                condition,
                had -> new Condition(
                        had.operator(),
                        had.key(),
                        had.values().stream()
                                .filter(other -> !other.equals(value))
                                .toList()));
    }

    /** This statement with one condition alone, and without those that deny. */
    PolicyEvaluator only(Condition condition) {
        return new PolicyEvaluator(whole.document().withStatements(List.of(changed(List.of(condition)))));
    }

    private Statement changed(List<Condition> conditions) {
        Statement statement = evaluator.statement();
        return new Statement(
                statement.sid(), statement.effect(), statement.principals(), statement.actions(), conditions);
    }

    /** This statement with some of its conditions alone, and without those that deny. */
    PolicyEvaluator undenied(List<ConditionEvaluator> some) {
        return atWorst(
                List.of(changed(some.stream().map(ConditionEvaluator::condition).toList())));
    }

    private PolicyEvaluator atWorst(List<Statement> statements) {
        return new PolicyEvaluator(whole.document().withStatements(statements), Assumption.AT_WORST);
    }

    /** A statement that surely denies the token. */
    Optional<StatementEvaluator> denying(GitHubClaims claims) {
        return whole.statements().stream()
                .filter(other -> other.statement().effect() == Effect.DENY)
                .filter(other -> other.outcome(TokenRequest.of(claims)).applies() == Ternary.TRUE)
                .findFirst();
    }

    /** Whether this statement admits the token, if all that is unknown is at its worst. */
    boolean admits(GitHubClaims claims) {
        return alone.evaluate(claims).isAllowed();
    }

    /** Whether the whole policy surely denies the token. */
    boolean isDenied(GitHubClaims claims) {
        return whole.evaluate(claims).isDenied();
    }

    /** What this statement admits. */
    Exposure exposure() {
        if (exposure == null) {
            exposure = exposureOf(alone);
        }
        return exposure;
    }

    /** What another policy admits, within the budget for all questions about this one. */
    Exposure exposureOf(PolicyEvaluator other) {
        return Exposure.of(other, budget);
    }

    /** The same of runs with a customised {@code sub}. */
    Exposure customisedOf(PolicyEvaluator other) {
        return Exposure.ofCustomisedSubjects(other, budget);
    }

    /** What this statement admits of runs with a customised {@code sub}. */
    Exposure customised() {
        if (customised == null) {
            customised = customisedOf(alone);
        }
        return customised;
    }

    /** Whether it is proved that this statement admits no run, with a customised {@code sub} or without. */
    boolean isDead() {
        return exposure().isNone() && customised().isNone();
    }

    /** The access that this statement gives and does not name, as far as a rule is to blame for it. */
    List<RuleMatch> access(TrustRule rule) {
        if (access == null) {
            access = UnintendedAccess.of(this);
        }
        return access.getOrDefault(rule, List.of());
    }

    /** What the tokens that show its exposure present for any claim. */
    Set<String> presented() {
        return exposure().admissions().stream()
                .flatMap(Admission::examples)
                .flatMap(token -> Stream.of(token, Spellings.other(this, token)))
                .filter(this::admits)
                .flatMap(token -> token.values().values().stream())
                .collect(Collectors.toSet());
    }

    String place() {
        return PolicyPointer.of(evaluator.number());
    }

    String place(ConditionEvaluator condition) {
        return PolicyPointer.of(evaluator.number(), condition.condition());
    }

    /** The place of the first condition on one of these claims, or of all conditions. */
    String placeOf(Set<String> claims) {
        return conditionsOn(claims).stream().findFirst().map(this::place).orElse(place() + "/Condition");
    }
}
