package io.github.cdkoidc.cli.doctor;

import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.workflow.NameFilter;
import io.github.cdkoidc.workflow.Piece;
import io.github.cdkoidc.workflow.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
        subject(texts.get(0))
                .ifPresent(call -> remedies.add(
                        Remedy.java("the builder of role " + role.name(), ".subjects(repository." + call + ")")));
        remedies.add(Remedy.json("the conditions of role " + role.name(), json(row, texts)));
        return remedies;
    }

    private static List<Remedy> inEnvironment(DoctorRow row, DoctorRole role) {
        return List.of(
                Remedy.yaml(
                        row.job() + ", with the name of an environment that has protection rules",
                        "environment: production"),
                Remedy.java("the builder of role " + role.name(), ".subjects(repository.environment(\"production\"))"));
    }

    private static String json(DoctorRow row, List<String> subs) {
        String issuer = row.run().tokens().get(0).claim("iss").map(Value::shown).orElse(GitHubIssuer.GITHUB_COM.url());
        String operator = subs.stream().anyMatch(sub -> sub.indexOf('*') >= 0) ? "StringLike" : "StringEquals";
        String values = subs.stream().map(TrustRemedy::quoted).collect(Collectors.joining(", "));
        return quoted(operator) + ": {" + quoted(GitHubIssuer.ofUrl(issuer).conditionKey(GitHubClaim.SUB)) + ": "
                + (subs.size() == 1 ? values : "[" + values + "]") + "}";
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
