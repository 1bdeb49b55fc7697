package io.github.cdkoidc.trust.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.internal.evaluate.TokenRequest;
import io.github.cdkoidc.policy.Condition;
import io.github.cdkoidc.policy.PrincipalType;
import io.github.cdkoidc.policy.Principals;
import io.github.cdkoidc.policy.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Why the principal of a statement is not the provider of a run's tokens. */
record PrincipalCause(Statement statement, int number, TokenRequest run) {

    private static final Pattern PROVIDER =
            Pattern.compile("arn:([^:]+):iam::([^:]*):oidc-provider/(.*)", Pattern.DOTALL);
    private static final Pattern ACCOUNT =
            Pattern.compile("(?:arn:([^:]+):[a-z]+::)?(\\d{12})(?::.*)?", Pattern.DOTALL);

    DenialReason diagnosis() {
        List<JsonNode> federated = statement.principals().of(PrincipalType.FEDERATED);
        if (statement.principals().negated() || statement.principals().values().containsKey(PrincipalType.EVERYONE)) {
            return sentence(
                    "the statement is about every caller but those it names, and a token's provider is one of them");
        }
        for (JsonNode value : federated) {
            String text = value.asText();
            Matcher arn = PROVIDER.matcher(text);
            String name = arn.matches() ? arn.group(3) : text;
            if (arn.matches() && GitHubIssuer.isOne(name) && !name.contains("://")) {
                return product(name);
            }
            if (isNearly(name)) {
                return misspelt(value, arn.matches() ? arn : null, name);
            }
        }
        return federated.isEmpty() ? noProvider() : foreign(federated);
    }

    /** A provider of another product of GitHub, or of another enterprise. */
    private DenialReason product(String name) {
        return sentence("the role trusts the provider of another issuer, https://" + name + " ("
                + product(GitHubIssuer.ofUrl(name))
                + "), and the run's tokens are of " + run.issuer() + " (" + productOfRun()
                + "); if the enterprise has switched that issuer on, explain the run with --issuer https://" + name);
    }

    private static String product(GitHubIssuer issuer) {
        String name = issuer.name();
        if (issuer.equals(GitHubIssuer.GITHUB_COM)) {
            return "github.com";
        }
        if (name.startsWith(GitHubIssuer.GITHUB_COM.name())) {
            return "an enterprise's own issuer";
        }
        return issuer.mintsImmutableSubjects() ? "GHE.com" : "GitHub Enterprise Server";
    }

    private String productOfRun() {
        return GitHubIssuer.isOne(run.issuer()) ? product(GitHubIssuer.ofUrl(run.issuer())) : "not of GitHub";
    }

    private DenialReason foreign(List<JsonNode> federated) {
        return sentence(
                "the role trusts " + federated.get(0).asText(federated.get(0).toString())
                        + ", which is not GitHub's provider, and the run's tokens are of " + run.issuer());
    }

    private DenialReason sentence(String cause) {
        return new DenialReason(
                cause,
                "add the provider " + run.issuer()
                        + " to the account if it is not there, and a statement whose Principal is "
                        + federated("arn:aws:iam::ACCOUNT:oidc-provider/" + run.issuerName())
                        + " and whose keys begin with \""
                        + run.issuerName() + ":\"",
                List.of());
    }

    private static String federated(String arn) {
        return "{\"Federated\": \"" + arn + "\"}";
    }

    /** Whether somebody meant GitHub's provider. */
    private boolean isNearly(String name) {
        String folded =
                name.toLowerCase(Locale.ROOT).replaceFirst("^https?://", "").replaceFirst("/+$", "");
        return folded.contains("githubusercontent")
                || folded.contains("token.actions")
                || folded.equals(run.issuerName().toLowerCase(Locale.ROOT))
                || Likeness.within(4, folded, run.issuerName());
    }

    private DenialReason misspelt(JsonNode value, @Nullable Matcher arn, String name) {
        String cause = "the provider is not written as GitHub's issuer is called: \"" + name
                + "\", and the tokens are of " + run.issuerName();
        if (arn == null) {
            return new DenialReason(
                    cause,
                    "write the ARN of the provider, arn:aws:iam::ACCOUNT:oidc-provider/" + run.issuerName(),
                    List.of());
        }
        String account = arn.group(2).matches("\\d{12}") ? arn.group(2) : "ACCOUNT";
        TextNode right =
                TextNode.valueOf("arn:" + arn.group(1) + ":iam::" + account + ":oidc-provider/" + run.issuerName());
        Map<PrincipalType, List<JsonNode>> values =
                new EnumMap<>(statement.principals().values());
        values.computeIfPresent(
                PrincipalType.FEDERATED,
                (type, all) -> all.stream()
                        .map(one -> one.equals(value) ? right : one)
                        .distinct()
                        .toList());
        List<PolicyEdit> edits = new ArrayList<>();
        edits.add(new PolicyEdit.ReplacePrincipals(number, new Principals(false, values)));
        edits.addAll(renamedKeys(name));
        return new DenialReason(
                cause,
                "write " + right.asText()
                        + (edits.size() > 1 ? ", and begin the keys with " + run.issuerName() + ":" : ""),
                edits);
    }

    /** The keys that are called after the misspelt provider. */
    private List<PolicyEdit> renamedKeys(String name) {
        List<PolicyEdit> edits = new ArrayList<>();
        for (Condition condition : statement.conditions()) {
            int end = condition.key().lastIndexOf(':');
            String prefix = condition.key().substring(0, Math.max(end, 0));
            boolean same = prefix.equalsIgnoreCase(run.issuerName());
            if (!same && end > 0 && (prefix.equals(name) || isNearly(prefix))) {
                edits.add(new PolicyEdit.ReplaceCondition(
                        number,
                        condition,
                        new Condition(
                                condition.operator(),
                                run.issuerName() + condition.key().substring(end),
                                condition.values())));
            }
        }
        return edits;
    }

    /** No provider at all, but a user, an account or a service. */
    private DenialReason noProvider() {
        String cause = "the principal is " + statement.principals().toJson()
                + ", and a run's token is of a provider: it is no AWS account, role or service";
        Optional<String> arn = account();
        if (arn.isEmpty()) {
            return sentence(cause);
        }
        Principals principals = Principals.federated(TextNode.valueOf(arn.get()));
        return new DenialReason(
                cause,
                "write the provider: " + federated(arn.get()),
                List.of(new PolicyEdit.ReplacePrincipals(number, principals)));
    }

    private Optional<String> account() {
        for (JsonNode value : statement.principals().of(PrincipalType.AWS)) {
            Matcher parts = ACCOUNT.matcher(value.asText());
            if (parts.matches()) {
                String partition = parts.group(1) == null ? "aws" : parts.group(1);
                return Optional.of(
                        "arn:" + partition + ":iam::" + parts.group(2) + ":oidc-provider/" + run.issuerName());
            }
        }
        return Optional.empty();
    }
}
