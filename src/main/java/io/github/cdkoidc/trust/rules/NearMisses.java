package io.github.cdkoidc.trust.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.internal.automata.Ternary;
import io.github.cdkoidc.internal.evaluate.ConditionEvaluator;
import io.github.cdkoidc.internal.evaluate.PolicyEvaluator;
import io.github.cdkoidc.internal.evaluate.StatementEvaluator;
import io.github.cdkoidc.internal.spelling.KeySpelling;
import io.github.cdkoidc.internal.spelling.ProviderSpelling;
import io.github.cdkoidc.internal.spelling.SpellingMistake;
import io.github.cdkoidc.policy.Actions;
import io.github.cdkoidc.policy.CloudFormationExpression;
import io.github.cdkoidc.policy.Condition;
import io.github.cdkoidc.policy.ConditionOperator;
import io.github.cdkoidc.policy.Effect;
import io.github.cdkoidc.policy.OperatorKind;
import io.github.cdkoidc.policy.PolicyPointer;
import io.github.cdkoidc.policy.PrincipalType;
import io.github.cdkoidc.policy.Principals;
import io.github.cdkoidc.policy.Quantifier;
import io.github.cdkoidc.policy.Statement;
import io.github.cdkoidc.trust.exposure.Admission;
import io.github.cdkoidc.trust.exposure.Exposure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds statements that were meant for runs of GitHub, and admit none because of their principal or their action. */
final class NearMisses {

    /** What IAM takes beside the action of a token, and what needs no token. */
    private static final Set<String> COMPANIONS = Set.of("sts:tagsession", "sts:setsourceidentity");

    private final PolicyEvaluator policy;
    private final StatementEvaluator evaluator;
    private final Statement statement;

    private NearMisses(PolicyEvaluator policy, StatementEvaluator evaluator) {
        this.policy = policy;
        this.evaluator = evaluator;
        this.statement = evaluator.statement();
    }

    /** Those of a policy that admits no run by any other statement. */
    static Stream<RuleMatch> lockOuts(LintContext policy) {
        return hasOthers(policy) ? Stream.empty() : all(policy.policy());
    }

    /** Those beside statements that are about runs of GitHub. */
    static Stream<RuleMatch> besideOthers(LintContext policy) {
        return hasOthers(policy) ? all(policy.policy()) : Stream.empty();
    }

    /** Whether a policy is meant for runs of GitHub, although none of its statements is about them. */
    static boolean concern(PolicyEvaluator policy) {
        return all(policy).findAny().isPresent();
    }

    private static boolean hasOthers(LintContext policy) {
        return policy.statements().stream()
                .anyMatch(other -> new NearMisses(policy.policy(), other.evaluator())
                        .matches()
                        .isEmpty());
    }

    private static Stream<RuleMatch> all(PolicyEvaluator policy) {
        return policy.statements().stream()
                .filter(statement -> statement.statement().effect() == Effect.ALLOW)
                .filter(statement -> !statement.statement().principals().negated())
                .flatMap(statement -> new NearMisses(policy, statement).matches().stream());
    }

    /** Whether a statement is one. */
    static boolean isOne(PolicyEvaluator policy, StatementEvaluator statement) {
        return statement.statement().effect() == Effect.ALLOW
                && !new NearMisses(policy, statement).matches().isEmpty();
    }

    private List<RuleMatch> matches() {
        List<RuleMatch> found = providers();
        if (found.isEmpty() && isForeign()) {
            return List.of(match(
                    "/Principal",
                    "the principal of a token is the provider of its issuer, and "
                            + statement.principals().toJson() + " is none of GitHub",
                    "write the provider of GitHub, \"Principal\": {\"Federated\": \""
                            + provider(GitHubIssuer.GITHUB_COM) + "\"}, \"Action\": \""
                            + Actions.ASSUME_ROLE_WITH_WEB_IDENTITY + "\", and test aud and sub"));
        }
        if (evaluator.action() == Ternary.FALSE && (!found.isEmpty() || isOfGitHub()) && !isCompanion()) {
            found.add(match(
                    "/" + statement.actions().element(),
                    "a token is used with " + Actions.ASSUME_ROLE_WITH_WEB_IDENTITY + " alone, which "
                            + statement.actions().element() + " "
                            + String.join(", ", texts(statement.actions().values())) + " does not allow",
                    "write \"Action\": \"" + Actions.ASSUME_ROLE_WITH_WEB_IDENTITY + "\""));
        }
        return found;
    }

    /** Principals that are nearly the ARN of a provider of GitHub. */
    private List<RuleMatch> providers() {
        List<RuleMatch> found = new ArrayList<>();
        List<JsonNode> written = statement.principals().of(PrincipalType.FEDERATED);
        for (int i = 0; i < written.size(); i++) {
            Optional<SpellingMistake> mistake = mistake(written.get(i));
            if (mistake.isPresent()) {
                String place = "/Principal/Federated" + (written.size() == 1 ? "" : "/" + i);
                String text = CloudFormationExpression.text(written.get(i));
                found.add(match(
                        place,
                        "\"" + text + "\" " + mistake.get().what(),
                        mistake.get().remedy() + ", and "
                                + issuer(mistake.get()).name() + ": before each claim in the condition keys"));
            }
        }
        return found;
    }

    private static Optional<SpellingMistake> mistake(JsonNode provider) {
        return provider.isTextual() || provider.has("Fn::Sub") || provider.has("Fn::Join")
                ? ProviderSpelling.mistake(CloudFormationExpression.text(provider))
                : Optional.empty();
    }

    /** Whether no token of GitHub is of its principals, although its keys or its action are a token's. */
    private boolean isForeign() {
        return !isOfGitHub()
                && evaluator.principals().test(AllowStatement.run(GitHubIssuer.GITHUB_COM)) == Ternary.FALSE
                && (hasKeysOfGitHub() || isWebIdentityWithoutProvider());
    }

    private boolean isOfGitHub() {
        boolean star = evaluator.principals().test(AllowStatement.run(GitHubIssuer.GITHUB_COM)) == Ternary.TRUE;
        return !evaluator.principals().ofIssuers(GitHubIssuer::isOne).isEmpty() || (star && hasKeysOfGitHub());
    }

    private boolean hasKeysOfGitHub() {
        return statement.conditions().stream()
                .anyMatch(condition -> condition.key().indexOf(':') > 0
                        && ProviderSpelling.meant(condition
                                        .key()
                                        .substring(0, condition.key().lastIndexOf(':')))
                                .isPresent());
    }

    private boolean isWebIdentityWithoutProvider() {
        return statement.principals().of(PrincipalType.FEDERATED).isEmpty()
                && !statement.actions().negated()
                && texts(statement.actions().values()).stream()
                        .anyMatch(Actions.ASSUME_ROLE_WITH_WEB_IDENTITY::equalsIgnoreCase);
    }

    private boolean isCompanion() {
        return !statement.actions().negated()
                && texts(statement.actions().values()).stream()
                        .allMatch(action -> COMPANIONS.contains(action.toLowerCase(Locale.ROOT)))
                && policy.document().statements().size() > 1;
    }

    private static List<String> texts(List<JsonNode> values) {
        return values.stream().map(CloudFormationExpression::text).toList();
    }

    private RuleMatch match(String place, String message, String remedy) {
        String at = PolicyPointer.of(evaluator.number()) + place;
        Exposure meant = Exposure.of(corrected());
        return meant.example().filter(token -> policy.evaluate(token).isDenied()).stream()
                .map(token -> RuleMatch.denied(at, token, message + ", so a run is denied"))
                .findFirst()
                .orElseGet(() -> RuleMatch.at(at, message + ", so no run can assume the role by this statement"))
                .with(remedy + whatElse(meant));
    }

    /** What has to be done besides, so that the remedy lets no stranger in. */
    private static String whatElse(Exposure meant) {
        return UnintendedAccess.outside(meant, Admission::hasOneRepository).isPresent()
                ? ", and name owner and repository in sub first, because every repository that matches can assume the role then"
                : "";
    }

    /** The statement as it was meant, alone. */
    private PolicyEvaluator corrected() {
        GitHubIssuer issuer = statement.principals().of(PrincipalType.FEDERATED).stream()
                .flatMap(value -> mistake(value).stream())
                .map(NearMisses::issuer)
                .findFirst()
                .or(() -> evaluator.principals().issuers().stream()
                        .filter(GitHubIssuer::isOne)
                        .map(GitHubIssuer::ofUrl)
                        .findFirst())
                .orElse(GitHubIssuer.GITHUB_COM);
        Statement meant = new Statement(
                statement.sid(),
                Effect.ALLOW,
                new Principals(false, Map.of(PrincipalType.FEDERATED, List.of(TextNode.valueOf(provider(issuer))))),
                Actions.WEB_IDENTITY,
                statement.conditions().stream()
                        .map(condition -> withKey(condition, issuer))
                        .toList());
        return new PolicyEvaluator(policy.document().withStatements(List.of(meant)));
    }

    private static String provider(GitHubIssuer issuer) {
        return issuer.providerArn("aws", "ACCOUNT");
    }

    private static GitHubIssuer issuer(SpellingMistake mistake) {
        String arn = mistake.corrected();
        return GitHubIssuer.ofUrl(arn.substring(arn.indexOf('/') + 1));
    }

    /** The condition under the key that it was meant to have. */
    private static Condition withKey(Condition condition, GitHubIssuer issuer) {
        return KeySpelling.mistake(condition.key(), issuer.name())
                .map(mistake -> new Condition(condition.operator(), mistake.corrected(), condition.values()))
                .orElse(condition);
    }

    /** Keys that are of another name than the provider's, so that no token has them. */
    static Stream<RuleMatch> keys(AllowStatement statement) {
        String issuer = statement.issuer().name();
        List<ConditionEvaluator> foreign = statement.conditions().stream()
                .filter(condition -> !condition.key().isOf(statement.issuer().url()))
                .filter(condition ->
                        KeySpelling.mistake(condition.condition().key(), issuer).isPresent())
                .toList();
        if (foreign.isEmpty()) {
            return Stream.empty();
        }
        Exposure meant = statement.exposureOf(statement.withKeys(condition -> withKey(condition, statement.issuer())));
        Optional<GitHubClaims> token = meant.example().filter(statement::isDenied);
        return foreign.stream()
                .flatMap(condition -> KeySpelling.mistake(condition.condition().key(), issuer).stream()
                        .flatMap(mistake -> key(statement, condition, token, mistake)
                                .map(match -> match.with(mistake.remedy() + whatElse(meant)))));
    }

    /** What a key without a host holds is not known, but that AWS makes no such key is. */
    private static Stream<RuleMatch> key(
            AllowStatement statement,
            ConditionEvaluator condition,
            Optional<GitHubClaims> token,
            SpellingMistake mistake) {
        String place = statement.place(condition);
        String what = "key " + condition.condition().key() + " " + mistake.what() + ", so ";
        Optional<RuleMatch> alone =
                isDemanded(condition) ? Optional.of(alone(statement, condition, what)) : Optional.empty();
        return token.map(run -> RuleMatch.denied(place, run, what + "a run is denied")).or(() -> alone).stream();
    }

    /** A run that presents what is demanded, whatever keeps it out besides. */
    private static RuleMatch alone(AllowStatement statement, ConditionEvaluator condition, String what) {
        Condition meant = withKey(condition.condition(), statement.issuer());
        return statement.exposureOf(statement.only(meant)).example().filter(statement::isDenied).stream()
                .map(run -> RuleMatch.denied(statement.place(condition), run, what + "a run is denied"))
                .findFirst()
                .orElseGet(() -> RuleMatch.at(statement.place(condition), what + "no run presents it"));
    }

    private static boolean isDemanded(ConditionEvaluator condition) {
        ConditionOperator operator = condition.condition().operator();
        return !operator.comparison().isNegated()
                && !operator.ifExists()
                && operator.quantifier() != Quantifier.FOR_ALL_VALUES
                && operator.comparison() != OperatorKind.NULL;
    }
}
