package io.github.cdkoidc.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.claims.ParsedSubject;
import io.github.cdkoidc.claims.SubjectContext;
import io.github.cdkoidc.claims.SubjectFormat;
import io.github.cdkoidc.internal.json.JsonTree;
import io.github.cdkoidc.policy.Condition;
import io.github.cdkoidc.policy.ConditionOperator;
import io.github.cdkoidc.policy.Effect;
import io.github.cdkoidc.policy.PolicyDocument;
import io.github.cdkoidc.policy.PrincipalType;
import io.github.cdkoidc.policy.Statement;
import io.github.cdkoidc.trust.TrustPolicy;
import io.github.cdkoidc.workflow.text.ClaimText;
import io.github.cdkoidc.workflow.text.NameFilter;
import io.github.cdkoidc.workflow.text.TextPart;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes what makes a role trust what a run presents. */
final class TrustRemedy {

    private static final String SIMPLE = "[A-Za-z0-9._/*-]+";
    private static final Set<String> ANY_REF = Set.of("refs/heads/*", "refs/tags/*");
    private static final Pattern STOPS_AT_SLASH = Pattern.compile("(?<!\\*)\\*(?!\\*)");
    private static final String BESIDE = "beside those that are there";

    private TrustRemedy() {}

    /**
     * The subject in Java and in JSON. A job whose runs are of any branch is given an environment instead, because whoever can push a
     * branch would be admitted. Nothing, if no pattern of IAM says the same as the workflow's filter, or if something else than the subject
     * denies the token.
     */
    static List<Remedy> of(DoctorRow row, DoctorRole role, GitHubClaims token) {
        if (isOfAnotherKind(role, token)) {
            return decided(role, token);
        }
        List<Optional<String>> subs = row.run().tokens().stream()
                .map(one -> pattern(one.sub()))
                .distinct()
                .toList();
        if (subs.stream().anyMatch(Optional::isEmpty)) {
            return List.of();
        }
        List<String> texts = subs.stream().flatMap(Optional::stream).toList();
        return statement(row, role, texts, token)
                .map(statement -> texts.stream().anyMatch(TrustRemedy::isOfAnyRef)
                        ? inEnvironment(row, role, BESIDE)
                        : trusting(row, role, texts.get(0), statement))
                .orElse(List.of());
    }

    /** Whether no statement is about the token, whatever its conditions are: an action or a provider is wrong. */
    static boolean isOfAnotherKind(DoctorRole role, GitHubClaims token) {
        PolicyDocument document = role.policy().document();
        List<Statement> bare = document.statements().stream()
                .filter(statement -> statement.effect() == Effect.ALLOW)
                .map(statement -> new Statement(
                        statement.sid(), Effect.ALLOW, statement.principals(), statement.actions(), List.of()))
                .toList();
        return TrustPolicy.of(document.withStatements(bare)).decide(token).isDenied();
    }

    /** The statements that the decision proposes, which admit the token. */
    static List<Remedy> decided(DoctorRole role, GitHubClaims token) {
        List<Statement> written = role.policy().document().statements();
        return role.policy().decide(token).amended().stream()
                .flatMap(amended -> amended.statements().stream())
                .filter(statement -> statement.effect() == Effect.ALLOW && !written.contains(statement))
                .filter(statement -> admits(role, statement, token))
                .map(statement -> Remedy.json(
                        "the statements of role " + role.name() + ", in place of the one that it corrects",
                        JsonTree.lines(statement.toJson())))
                .toList();
    }

    private static List<Remedy> trusting(DoctorRow row, DoctorRole role, String sub, Statement statement) {
        String beside = BESIDE + (isWider(row) ? "; unlike the workflow's, its * takes a / too" : "");
        Remedy json = Remedy.json(
                "the statements of role " + role.name() + ", " + beside, JsonTree.lines(statement.toJson()));
        return Stream.concat(
                        subject(sub).map(call -> java(role, beside, "repository." + call)).stream(), Stream.of(json))
                .toList();
    }

    /** For the job and for the role, an environment whose name the reader chooses. */
    static List<Remedy> inEnvironment(DoctorRow row, DoctorRole role, String how) {
        return List.of(
                Remedy.yaml(
                        row.job() + ", with the name of an environment that requires reviewers",
                        "environment: production"),
                environment(role, "production", how));
    }

    /** Makes a role trust an environment of the repository. */
    static Remedy environment(DoctorRole role, String name, String how) {
        return java(role, how, "repository." + call("environment", name));
    }

    private static Remedy java(DoctorRole role, String how, String call) {
        return Remedy.java("the subjects(…) of role " + role.name() + ", " + how, call);
    }

    /** Whether a {@code *} of the workflow's filter stops at a slash, which IAM's does not. */
    private static boolean isWider(DoctorRow row) {
        return row.run().tokens().get(0).sub().pieces().stream()
                .anyMatch(piece -> piece instanceof TextPart.RefName name
                        && name.names().rules().stream()
                                .anyMatch(rule -> STOPS_AT_SLASH
                                        .matcher(rule.glob().pattern())
                                        .find()));
    }

    /**
     * A statement of its own, because a second condition would be ANDed with those that are there: one of the role's, for other
     * subjects. It is proved to admit the token.
     */
    private static Optional<Statement> statement(
            DoctorRow row, DoctorRole role, List<String> subs, GitHubClaims token) {
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
        return role.policy().document().statements().stream()
                .filter(statement -> statement.effect() == Effect.ALLOW)
                .flatMap(statement -> statement.principals().of(PrincipalType.FEDERATED).stream()
                        .map(provider -> Statement.allow(provider, with(subject, statement))))
                .filter(statement -> admits(role, statement, token))
                .findFirst();
    }

    /** The conditions of a statement, the one in place of those that say which subjects are admitted. */
    private static List<Condition> with(Condition subject, Statement statement) {
        return Stream.concat(
                        statement.conditions().stream()
                                .filter(one -> !one.key().equalsIgnoreCase(subject.key())
                                        || one.operator().iamName().contains("Not")),
                        Stream.of(subject))
                .toList();
    }

    private static boolean admits(DoctorRole role, Statement statement, GitHubClaims token) {
        Stream<Statement> all = Stream.concat(role.policy().document().statements().stream(), Stream.of(statement));
        return !TrustPolicy.of(new PolicyDocument(all.toList())).decide(token).isDenied();
    }

    /** The subject as IAM's patterns have it. */
    private static Optional<String> pattern(ClaimText sub) {
        StringBuilder pattern = new StringBuilder();
        for (TextPart piece : sub.pieces()) {
            if (piece instanceof TextPart.Text text && text.text().matches("[^*?$]*")) {
                pattern.append(text.text());
            } else if (piece instanceof TextPart.RefName name
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

    private static boolean isOfAnyRef(String sub) {
        return SubjectFormat.parse(sub)
                .filter(parsed -> parsed.after().isEmpty())
                .filter(parsed -> parsed.context() instanceof SubjectContext.Ref of && ANY_REF.contains(of.ref()))
                .isPresent();
    }

    /** The call that makes the subject. */
    private static Optional<String> subject(String sub) {
        return SubjectFormat.parse(sub).map(ParsedSubject::context).flatMap(context -> {
            if (context instanceof SubjectContext.Environment environment) {
                return Optional.of(call("environment", environment.name()));
            }
            return context instanceof SubjectContext.Ref of ? ofRef(of.ref()) : Optional.of("pullRequest()");
        });
    }

    private static Optional<String> ofRef(String ref) {
        boolean like = ref.indexOf('*') >= 0;
        return after(ref, "refs/heads/")
                .map(name -> call(like ? "branchesLike" : "branch", name))
                .or(() -> after(ref, "refs/tags/").map(name -> call(like ? "tagsLike" : "tag", name)));
    }

    private static String call(String method, String name) {
        return method + "(\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\")";
    }

    private static Optional<String> after(String text, String start) {
        return text.startsWith(start) ? Optional.of(text.substring(start.length())) : Optional.empty();
    }
}
