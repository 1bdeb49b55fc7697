package io.github.cdkoidc.trust;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.GitHubIssuer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A statement that lets runs of GitHub in, with all that keeps some of them out again. */
final class Grant {

    private final TrustPolicy whole;
    private final StatementJudge judge;
    private final GitHubIssuer issuer;
    private final TrustPolicy alone;
    private @Nullable Admitted admitted;

    private Grant(TrustPolicy whole, StatementJudge judge, GitHubIssuer issuer) {
        this.whole = whole;
        this.judge = judge;
        this.issuer = issuer;
        this.alone = with(judge.statement());
    }

    /** The statements of a policy that let runs of some GitHub in. */
    static List<Grant> of(TrustPolicy policy) {
        List<Grant> grants = new ArrayList<>();
        for (StatementJudge judge : policy.judge().statements()) {
            if (judge.statement().effect() == Effect.ALLOW && judge.action() == Truth.TRUE) {
                issuer(judge)
                        .filter(issuer ->
                                judge.principals().test(new Run(GitHubClaims.of(Map.of()), issuer.url())) == Truth.TRUE)
                        .ifPresent(issuer -> grants.add(new Grant(policy, judge, issuer)));
            }
        }
        return grants;
    }

    /** The GitHub that a statement is about: the one that its principal names, or else its keys. */
    static Optional<GitHubIssuer> issuer(StatementJudge judge) {
        Stream<String> keys = judge.conditions().stream().map(test -> test.key().issuer());
        return Stream.concat(judge.principals().issuers().stream(), keys)
                .filter(GitHubIssuer::isOne)
                .findFirst()
                .map(GitHubIssuer::ofUrl)
                .or(() -> judge.principals().test(Run.of(GitHubClaims.of(Map.of()))) == Truth.TRUE
                        ? Optional.of(GitHubIssuer.GITHUB_COM)
                        : Optional.empty());
    }

    GitHubIssuer issuer() {
        return issuer;
    }

    StatementJudge judge() {
        return judge;
    }

    List<ConditionJudge> conditions() {
        return judge.conditions();
    }

    /** The conditions on claims of these names. */
    List<ConditionJudge> conditionsOn(Set<String> claims) {
        return conditions().stream()
                .filter(test -> claims.contains(test.key().claim()))
                .toList();
    }

    /** The policy with this statement alone, and those that deny. */
    TrustPolicy alone() {
        return alone;
    }

    /** The same with the statement changed. */
    TrustPolicy with(Statement changed) {
        List<Statement> statements = new ArrayList<>(List.of(changed));
        whole.statements().stream()
                .filter(statement -> statement.effect() == Effect.DENY)
                .forEach(statements::add);
        return whole.withStatements(statements);
    }

    /** The same with one condition changed. */
    TrustPolicy with(ConditionJudge test, UnaryOperator<Condition> change) {
        return withConditions(conditions().stream()
                .map(ConditionJudge::condition)
                .map(other -> other.equals(test.condition()) ? change.apply(other) : other)
                .toList());
    }

    /** The same without one condition. */
    TrustPolicy without(ConditionJudge test) {
        return withConditions(conditions().stream()
                .map(ConditionJudge::condition)
                .filter(other -> !other.equals(test.condition()))
                .toList());
    }

    /** The same without one value of a condition that has others. */
    TrustPolicy without(ConditionJudge test, JsonNode value) {
        return with(
                test,
                condition -> new Condition(
                        condition.operator(),
                        condition.key(),
                        condition.values().stream()
                                .filter(other -> !other.equals(value))
                                .toList()));
    }

    private TrustPolicy withConditions(List<Condition> conditions) {
        Statement statement = judge.statement();
        return with(new Statement(
                statement.sid(), statement.effect(), statement.principals(), statement.actions(), conditions));
    }

    /** Whether the token gets in by this statement. */
    boolean admits(GitHubClaims claims) {
        return alone.decide(claims).isAllowed();
    }

    /** Whether the whole policy keeps the token out. */
    boolean isDenied(GitHubClaims claims) {
        return whole.decide(claims).isDenied();
    }

    Admitted admitted() {
        Admitted known = admitted;
        if (known == null) {
            known = new ProbedAdmission(alone, new Probes(judge, issuer));
            admitted = known;
        }
        return known;
    }

    /** Who gets in if the statement is changed, as far as this statement's own values tell where to look. */
    Admitted admittedBy(TrustPolicy changed) {
        return new ProbedAdmission(changed, new Probes(judge, issuer));
    }

    String place() {
        return Place.of(judge);
    }

    String place(ConditionJudge test) {
        return Place.of(judge, test.condition());
    }

    /** The place of the first condition on one of these claims, or of all conditions. */
    String placeOf(Set<String> claims) {
        return conditionsOn(claims).stream().findFirst().map(this::place).orElse(place() + "/Condition");
    }
}
