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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A statement that lets runs of GitHub in, with all that keeps some of them out again. */
final class Grant {

    private final Judge whole;
    private final StatementJudge judge;
    private final GitHubIssuer issuer;
    private final Judge alone;
    private @Nullable Exposure exposure;
    private @Nullable Exposure customised;
    private @Nullable List<Leak> leaks;

    private Grant(Judge whole, StatementJudge judge, GitHubIssuer issuer) {
        this.whole = whole;
        this.judge = judge;
        this.issuer = issuer;
        this.alone = with(judge.statement());
    }

    /** The statements of a policy that let runs of some GitHub in. */
    static List<Grant> of(Judge policy) {
        List<Grant> grants = new ArrayList<>();
        for (StatementJudge judge : policy.statements()) {
            if (judge.statement().effect() == Effect.ALLOW && judge.action() != Truth.FALSE) {
                issuer(judge).ifPresent(issuer -> grants.add(new Grant(policy, judge, issuer)));
            }
        }
        return grants;
    }

    /** The GitHub whose tokens a statement is about: its principal's, or its keys' where the principal may be anything. */
    private static Optional<GitHubIssuer> issuer(StatementJudge judge) {
        Stream<String> keys = judge.conditions().stream().map(test -> test.key().issuer());
        return Stream.concat(judge.principals().issuers().stream(), keys)
                .filter(GitHubIssuer::isOne)
                .map(GitHubIssuer::ofUrl)
                .filter(issuer -> judge.principals().test(run(issuer)) != Truth.FALSE)
                .findFirst()
                .or(() -> Optional.of(GitHubIssuer.GITHUB_COM)
                        .filter(issuer -> judge.principals().test(run(issuer)) == Truth.TRUE));
    }

    private static Run run(GitHubIssuer issuer) {
        return new Run(GitHubClaims.of(Map.of()), issuer.url());
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

    /** The policy with this statement alone changed to another, and those that deny. */
    Judge with(Statement changed) {
        List<Statement> statements = new ArrayList<>(List.of(changed));
        whole.document().statements().stream()
                .filter(statement -> statement.effect() == Effect.DENY)
                .forEach(statements::add);
        return new Judge(whole.document().withStatements(statements));
    }

    /** The same with one condition changed. One that others have come to be like is ANDed with them all the same. */
    Judge with(ConditionJudge test, UnaryOperator<Condition> change) {
        List<Condition> changed = new ArrayList<>(
                conditions().stream().map(ConditionJudge::condition).toList());
        int place = changed.indexOf(test.condition());
        Condition last = change.apply(changed.remove(place));
        changed.add(place, last.besides(changed));
        return withConditions(changed);
    }

    /** The same without one condition. */
    Judge without(ConditionJudge test) {
        return withConditions(conditions().stream()
                .map(ConditionJudge::condition)
                .filter(other -> !other.equals(test.condition()))
                .toList());
    }

    /** The same without one value of a condition that has others. */
    Judge without(ConditionJudge test, JsonNode value) {
        return with(
                test,
                condition -> new Condition(
                        condition.operator(),
                        condition.key(),
                        condition.values().stream()
                                .filter(other -> !other.equals(value))
                                .toList()));
    }

    private Judge withConditions(List<Condition> conditions) {
        return with(changed(conditions));
    }

    private Statement changed(List<Condition> conditions) {
        Statement statement = judge.statement();
        return new Statement(
                statement.sid(), statement.effect(), statement.principals(), statement.actions(), conditions);
    }

    /** This statement with some of its conditions alone, and without those that deny. */
    Judge undenied(List<ConditionJudge> some) {
        return new Judge(whole.document()
                .withStatements(List.of(
                        changed(some.stream().map(ConditionJudge::condition).toList()))));
    }

    /** A statement that surely denies the token. */
    Optional<StatementJudge> denying(GitHubClaims claims) {
        return whole.statements().stream()
                .filter(other -> other.statement().effect() == Effect.DENY)
                .filter(other -> other.outcome(Run.of(claims)).applies() == Truth.TRUE)
                .findFirst();
    }

    /** Whether the token gets in by this statement. */
    boolean admits(GitHubClaims claims) {
        return alone.evaluate(claims).isAllowed();
    }

    /** Whether the whole policy keeps the token out. */
    boolean isDenied(GitHubClaims claims) {
        return whole.evaluate(claims).isDenied();
    }

    /** Who gets in by this statement. */
    Exposure exposure() {
        Exposure known = exposure;
        if (known == null) {
            known = Exposure.of(alone);
            exposure = known;
        }
        return known;
    }

    /** Who gets in by this statement with a customised {@code sub}. */
    Exposure customised() {
        Exposure known = customised;
        if (known == null) {
            known = Exposure.ofCustomisedSubjects(alone);
            customised = known;
        }
        return known;
    }

    /** Whether it is proved that nobody gets in by this statement, with a customised {@code sub} or without. */
    boolean isDead() {
        return exposure().isNone() && customised().isNone();
    }

    /** Who gets in by this statement that nobody has named. */
    List<Leak> leaks() {
        List<Leak> known = leaks;
        if (known == null) {
            known = Leaks.of(this);
            leaks = known;
        }
        return known;
    }

    /** What the examples of those who get in present for any claim. */
    Set<String> presented() {
        return exposure().admissions().stream()
                .flatMap(Admission::examples)
                .flatMap(token -> Stream.of(token, Spellings.other(this, token)))
                .filter(this::admits)
                .flatMap(token -> token.values().values().stream())
                .collect(Collectors.toSet());
    }

    String place() {
        return Place.of(judge.number());
    }

    String place(ConditionJudge test) {
        return Place.of(judge.number(), test.condition());
    }

    /** The place of the first condition on one of these claims, or of all conditions. */
    String placeOf(Set<String> claims) {
        return conditionsOn(claims).stream().findFirst().map(this::place).orElse(place() + "/Condition");
    }
}
