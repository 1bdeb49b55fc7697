package io.github.cdkoidc.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.json.JsonTree;
import io.github.cdkoidc.trust.Condition;
import io.github.cdkoidc.trust.ConditionOperator;
import io.github.cdkoidc.trust.Effect;
import io.github.cdkoidc.trust.PrincipalType;
import io.github.cdkoidc.trust.Statement;
import io.github.cdkoidc.workflow.NameFilter;
import io.github.cdkoidc.workflow.Piece;
import io.github.cdkoidc.workflow.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes what makes a role trust what a run presents. */
final class TrustRemedy {

    private static final String SIMPLE = "[A-Za-z0-9._/*-]+";

    private static final String ANY_NAME = ".*:ref:refs/(heads|tags)/\\*";

    private TrustRemedy() {}

    /**
     * The subject in Java and in JSON. A job whose runs are of any branch is given an environment instead, because whoever can push a
     * branch would get in. Nothing, if no pattern of IAM says the same as the workflow's filter.
     */
    static List<Remedy> of(DoctorRow row, DoctorRole role) {
        List<Optional<String>> subs = row.run().tokens().stream()
                .map(token -> pattern(token.sub()))
                .distinct()
                .toList();
        if (subs.stream().anyMatch(Optional::isEmpty)) {
            return List.of();
        }
        List<String> texts = subs.stream().flatMap(Optional::stream).toList();
        if (texts.stream().anyMatch(text -> text.matches(ANY_NAME))) {
            return inEnvironment(row, role);
        }
        List<Remedy> remedies = new ArrayList<>();
        subject(texts.get(0)).ifPresent(call -> remedies.add(Remedy.java(subjects(role), "repository." + call)));
        statement(row, role, texts)
                .ifPresent(statement -> remedies.add(Remedy.json(
                        "the statements of role " + role.name() + ", beside those that are there",
                        JsonTree.lines(statement.toJson()))));
        return remedies;
    }

    private static List<Remedy> inEnvironment(DoctorRow row, DoctorRole role) {
        return List.of(
                Remedy.yaml(
                        row.job() + ", with the name of an environment that has protection rules",
                        "environment: production"),
                Remedy.java(subjects(role), "repository.environment(\"production\")"));
    }

    private static String subjects(DoctorRole role) {
        return "the subjects(…) of role " + role.name() + ", beside those that are there";
    }

    /**
     * A statement of its own, because a second condition would be ANDed with those that are there: for the provider and the audience
     * that the role trusts already.
     */
    private static Optional<Statement> statement(DoctorRow row, DoctorRole role, List<String> subs) {
        GitHubIssuer issuer = row.run()
                .tokens()
                .get(0)
                .claim("iss")
                .map(url -> GitHubIssuer.ofUrl(url.shown()))
                .orElse(GitHubIssuer.GITHUB_COM);
        boolean like = subs.stream().anyMatch(sub -> sub.indexOf('*') >= 0);
        Condition subject = new Condition(
                like ? ConditionOperator.STRING_LIKE : ConditionOperator.STRING_EQUALS,
                issuer.conditionKey(GitHubClaim.SUB),
                subs.stream().<JsonNode>map(TextNode::valueOf).toList());
        String audience = issuer.conditionKey(GitHubClaim.AUD);
        return role.policy().statements().stream()
                .filter(statement -> statement.effect() == Effect.ALLOW)
                .flatMap(statement -> statement.principals().of(PrincipalType.FEDERATED).stream()
                        .limit(1)
                        .map(provider -> Statement.allow(
                                provider,
                                Stream.concat(
                                                statement.conditions().stream()
                                                        .filter(one -> one.key().equalsIgnoreCase(audience)),
                                                Stream.of(subject))
                                        .toList())))
                .findFirst();
    }

    /** The subject as IAM's patterns have it. */
    private static Optional<String> pattern(Value sub) {
        StringBuilder pattern = new StringBuilder();
        for (Piece piece : sub.pieces()) {
            if (piece instanceof Piece.Text text && text.text().matches("[^*?$]*")) {
                pattern.append(text.text());
            } else if (piece instanceof Piece.RefName name
                    && simple(name.names()).isPresent()) {
                pattern.append(simple(name.names()).get());
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(pattern.toString());
    }

    private static Optional<String> simple(NameFilter names) {
        return names.rules().size() == 1 && names.also().isEmpty()
                ? Optional.of(names.rules().get(0))
                        .filter(NameFilter.Rule::adds)
                        .map(rule -> rule.glob().pattern())
                        .filter(pattern -> pattern.matches(SIMPLE))
                        .map(pattern -> pattern.replaceAll("\\*+", "*"))
                : Optional.empty();
    }

    /** The call that makes the subject. */
    private static Optional<String> subject(String sub) {
        String context = sub.replaceFirst("^repo:[^:]+:", "");
        boolean like = context.indexOf('*') >= 0;
        if (context.equals("pull_request")) {
            return Optional.of("pullRequest()");
        }
        return after(context, "environment:")
                .map(name -> "environment(" + quoted(name.replace("%3A", ":")) + ")")
                .or(() -> after(context, "ref:refs/heads/").map(name -> call(like ? "branchesLike" : "branch", name)))
                .or(() -> after(context, "ref:refs/tags/").map(name -> call(like ? "tagsLike" : "tag", name)));
    }

    private static String call(String method, String name) {
        return method + "(" + quoted(name) + ")";
    }

    private static Optional<String> after(String text, String start) {
        return text.startsWith(start) ? Optional.of(text.substring(start.length())) : Optional.empty();
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
