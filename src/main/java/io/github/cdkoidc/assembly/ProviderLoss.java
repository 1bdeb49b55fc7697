package io.github.cdkoidc.assembly;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.cdkoidc.claims.GitHubIssuer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a deployment takes from the roles of an account, whatever template they are in, because it deletes or changes a provider of
 * GitHub.
 *
 * @param provider the path of the provider's construct, or its logical id
 * @param file the template that has it before the deployment
 * @param issuer whose tokens it is for, without {@code https://}
 * @param message what becomes of it, and what follows
 * @param sure false if it depends on what only the deployment knows
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy.html">AWS: DeletionPolicy</a>
 */
public record ProviderLoss(String provider, String file, String issuer, String message, boolean sure) {

    private static final Set<String> KEPT = Set.of("Retain", "RetainExceptOnCreate");
    private static final String ALL = ", so every role of the account that trusts it denies all its runs";

    /** What is lost between the templates of an app and the same templates changed. */
    public static List<ProviderLoss> between(List<SynthesizedTemplate> before, List<SynthesizedTemplate> after) {
        List<ProviderLoss> losses = new ArrayList<>();
        for (SynthesizedTemplate template : before) {
            Optional<SynthesizedTemplate> changed = before.size() == 1 && after.size() == 1
                    ? Optional.of(after.get(0))
                    : after.stream()
                            .filter(other -> name(other).equals(name(template)))
                            .findFirst();
            AppProvider.in(template).forEach(provider -> losses.addAll(of(provider, changed, after)));
        }
        return List.copyOf(losses);
    }

    private static String name(SynthesizedTemplate template) {
        return template.file().substring(template.file().lastIndexOf('/') + 1);
    }

    private static List<ProviderLoss> of(
            AppProvider provider, Optional<SynthesizedTemplate> changed, List<SynthesizedTemplate> after) {
        JsonNode was = provider.resource();
        JsonNode is =
                changed.map(template -> template.resource(provider.logicalId())).orElseGet(MissingNode::getInstance);
        if (!is.path("Type").equals(was.path("Type"))) {
            return keeps(was, "DeletionPolicy") ? List.of() : List.of(gone(provider, after));
        }
        if (!url(is).equals(url(was))) {
            return keeps(was, "UpdateReplacePolicy") && keeps(is, "UpdateReplacePolicy")
                    ? List.of()
                    : List.of(replaced(provider, url(is)));
        }
        if (!is.path("Condition").equals(was.path("Condition")) && !keeps(was, "DeletionPolicy")) {
            return List.of(loss(
                    provider,
                    "the deployment deletes the provider if its condition "
                            + is.path("Condition").asText() + " is not met" + ALL,
                    false));
        }
        return audiences(provider, is);
    }

    private static JsonNode url(JsonNode resource) {
        return resource.path("Properties").path("Url");
    }

    private static boolean keeps(JsonNode resource, String policy) {
        return KEPT.contains(resource.path(policy).asText());
    }

    private static ProviderLoss gone(AppProvider provider, List<SynthesizedTemplate> after) {
        String deleted = "the deployment deletes the provider, because no DeletionPolicy retains it" + ALL;
        String where = after.stream()
                .flatMap(AppProvider::in)
                .filter(other -> other.issuer().equals(provider.issuer()) && provider.isOfAccountOf(other))
                .map(AppProvider::logicalId)
                .findFirst()
                .orElse("");
        return where.isEmpty()
                ? loss(
                        provider,
                        deleted,
                        !provider.resource().path("DeletionPolicy").isObject())
                : loss(
                        provider,
                        deleted + ", or fails, because " + where
                                + " is made of the same URL before that, and an account takes one",
                        false);
    }

    private static ProviderLoss replaced(AppProvider provider, JsonNode url) {
        boolean same = GitHubIssuer.isOne(url.asText())
                && GitHubIssuer.ofUrl(url.asText()).equals(provider.issuer());
        return loss(
                provider,
                "the deployment replaces the provider, because its Url changes, and deletes the old one" + ALL,
                url.isTextual() && !same);
    }

    /** A list that is gone is empty: CloudFormation has no default. */
    private static List<ProviderLoss> audiences(AppProvider provider, JsonNode is) {
        Set<JsonNode> later = AppProvider.written(is).collect(Collectors.toSet());
        boolean sure = later.stream().allMatch(JsonNode::isTextual);
        return AppProvider.written(provider.resource())
                .filter(audience -> audience.isTextual() && !later.contains(audience))
                .map(JsonNode::asText)
                .map(audience -> loss(
                        provider,
                        "the provider's client ids lose " + audience
                                + ", so every role of the account that trusts it denies all runs that ask for this audience",
                        sure))
                .toList();
    }

    private static ProviderLoss loss(AppProvider provider, String message, boolean sure) {
        String path = provider.path();
        return new ProviderLoss(
                path.isEmpty() ? provider.logicalId() : path,
                provider.template().file(),
                provider.issuer().name(),
                message,
                sure);
    }
}
