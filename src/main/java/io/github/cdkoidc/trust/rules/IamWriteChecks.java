package io.github.cdkoidc.trust.rules;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.internal.automata.Ternary;
import io.github.cdkoidc.internal.evaluate.PolicyEvaluator;
import io.github.cdkoidc.internal.evaluate.StatementEvaluator;
import io.github.cdkoidc.internal.json.JsonTree;
import io.github.cdkoidc.policy.Effect;
import io.github.cdkoidc.policy.PolicyDocument;
import io.github.cdkoidc.policy.PolicyPointer;
import io.github.cdkoidc.policy.ScopeCheck;
import io.github.cdkoidc.policy.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds what IAM refuses when a policy is written. */
final class IamWriteChecks {

    private static final String GITHUB = GitHubIssuer.GITHUB_COM.name();

    private IamWriteChecks() {}

    /** Emulates IAM's check of all Allow statements for GitHub's provider, and for one whose URL begins like its. */
    static Stream<RuleMatch> refusedByIam(LintContext policy) {
        return policy.policy().statements().stream().flatMap(IamWriteChecks::refused);
    }

    /** The same of one statement. */
    static Stream<RuleMatch> refusedByIam(AllowStatement statement) {
        return refused(statement.evaluator());
    }

    private static Stream<RuleMatch> refused(StatementEvaluator evaluator) {
        Statement statement = evaluator.statement();
        ScopeCheck.Answer answer = ScopeCheck.of(statement.conditions());
        if (answer == ScopeCheck.Answer.ACCEPTED
                || statement.effect() != Effect.ALLOW
                || statement.principals().negated()
                || evaluator.action() != Ternary.TRUE) {
            return Stream.empty();
        }
        List<JsonNode> providers = evaluator.principals().ofIssuers(ScopeCheck::isMadeFor);
        return providers.stream()
                .limit(1)
                .map(provider ->
                        RuleMatch.at(PolicyPointer.of(evaluator.number()) + "/Condition", refusal(provider, answer)));
    }

    private static String refusal(JsonNode provider, ScopeCheck.Answer answer) {
        String what =
                switch (answer) {
                    case LOOSE_BESIDE ->
                        "one operator tests both sub and job_workflow_ref, and the first value of one of the two is blank or starts "
                                + "with * (write that one under an operator of its own, such as ForAnyValue:StringLike, or begin "
                                + "it with the owner)";
                    case UNTESTED -> "neither sub nor job_workflow_ref is tested";
                    default ->
                        "sub and job_workflow_ref are tested in no way that IAM counts (negated, IfExists and Null do not, nor "
                                + "does a first value that is blank or starts with *)";
                };
        return what + ", and IAM answers \"MalformedPolicyDocument: Trust policy with trusted principal "
                + (provider.isTextual() ? provider.asText() : JsonTree.text(provider))
                + " must evaluate, using StringEquals, StringLike or StringEqualsIgnoreCase, "
                + GITHUB + ":sub or " + GITHUB + ":job_workflow_ref which is not scoped to all.\"";
    }

    /** Whether a policy that allows no run of GitHub is about a provider that IAM takes for GitHub's all the same. */
    static boolean concern(PolicyEvaluator policy) {
        return policy.statements().stream()
                .filter(statement -> statement.statement().effect() == Effect.ALLOW)
                .filter(statement -> statement.action() == Ternary.TRUE)
                .anyMatch(statement ->
                        !statement.principals().ofIssuers(ScopeCheck::isMadeFor).isEmpty());
    }

    /** Elements that IAM takes in other policies, and not in a trust policy. */
    static Stream<RuleMatch> malformed(LintContext policy) {
        List<StatementEvaluator> statements = policy.policy().statements();
        return Stream.concat(
                statements.stream()
                        .filter(statement -> statement.statement().principals().negated())
                        .map(statement -> RuleMatch.at(
                                PolicyPointer.of(statement.number()) + "/NotPrincipal",
                                "NotPrincipal is every caller but those that it names, and IAM refuses it in a trust policy: "
                                        + "name the provider as Principal")),
                sidsThatStandTwice(statements));
    }

    /** An empty name is none. */
    private static Stream<RuleMatch> sidsThatStandTwice(List<StatementEvaluator> statements) {
        Map<String, Integer> first = new HashMap<>();
        return statements.stream()
                .filter(statement -> statement
                        .statement()
                        .sid()
                        .filter(sid -> !sid.isEmpty())
                        .isPresent())
                .flatMap(statement -> {
                    String sid = statement.statement().sid().orElseThrow();
                    Integer earlier = first.putIfAbsent(sid, statement.number());
                    return earlier == null
                            ? Stream.empty()
                            : Stream.of(
                                    RuleMatch.at(
                                            PolicyPointer.of(statement.number()) + "/Sid",
                                            "Sid \"" + sid + "\" is also that of " + PolicyPointer.of(earlier)
                                                    + ", and IAM refuses two statements with one Sid: give each its own, or leave it out"));
                });
    }

    /** Each text of the document that holds characters that no policy can hold. */
    static Stream<RuleMatch> illegalCharacters(LintContext policy) {
        ObjectNode document = policy.policy().document().tree();
        return isPlain(JsonTree.text(document))
                ? Stream.empty()
                : texts(document, JsonPointer.empty())
                        .flatMap(text -> illegal(text.value()).map(what -> RuleMatch.at(text.place(), what)));
    }

    /** Whether nothing in it is escaped, nor a character that no policy can hold: so it is with nearly all. */
    private static boolean isPlain(String json) {
        for (int i = 0; i < json.length(); i++) {
            if (json.charAt(i) > 0xFF || json.charAt(i) == '\\') {
                return false;
            }
        }
        return true;
    }

    private record Text(String place, String value) {}

    private static Stream<Text> texts(JsonNode node, JsonPointer place) {
        if (node.isTextual()) {
            return Stream.of(new Text(place.toString(), node.asText()));
        }
        Stream<Text> names = node.properties().stream().map(field -> new Text(place.toString(), field.getKey()));
        Stream<Text> fields = node.properties().stream()
                .flatMap(field -> texts(field.getValue(), place.appendProperty(field.getKey())));
        Stream<Text> elements = node.isArray()
                ? IntStream.range(0, node.size()).boxed().flatMap(i -> texts(node.get(i), place.appendIndex(i)))
                : Stream.empty();
        return Stream.of(names, fields, elements).flatMap(all -> all);
    }

    private static Stream<String> illegal(String text) {
        String characters = text.codePoints()
                .filter(c -> c > 0xFF || (c < 0x20 && c != '\t' && c != '\n' && c != '\r'))
                .distinct()
                .limit(3)
                .mapToObj(c -> String.format("U+%04X", c))
                .collect(Collectors.joining(", "));
        return characters.isEmpty()
                ? Stream.empty()
                : Stream.of("value \"" + text + "\" holds characters that no policy can hold, such as " + characters
                        + ", and the deployment fails");
    }

    static Stream<RuleMatch> overLargestQuota(LintContext policy) {
        return longerThan(policy, PolicyDocument.LARGEST_QUOTA, Integer.MAX_VALUE);
    }

    static Stream<RuleMatch> overDefaultQuota(LintContext policy) {
        return longerThan(policy, PolicyDocument.DEFAULT_QUOTA, PolicyDocument.LARGEST_QUOTA);
    }

    private static Stream<RuleMatch> longerThan(LintContext policy, int quota, int atMost) {
        int length = policy.policy().document().length();
        return length > quota && length <= atMost
                ? Stream.of(RuleMatch.at(
                        "",
                        "policy has " + length
                                + " characters without blanks, and the deployment fails with \"Cannot exceed quota for "
                                + "ACLSizePerRole: " + quota + "\""))
                : Stream.empty();
    }
}
