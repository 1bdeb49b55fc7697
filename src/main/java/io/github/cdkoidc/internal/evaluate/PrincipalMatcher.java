package io.github.cdkoidc.internal.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.internal.automata.Ternary;
import io.github.cdkoidc.policy.CloudFormationExpression;
import io.github.cdkoidc.policy.PrincipalType;
import io.github.cdkoidc.policy.Principals;
import io.github.cdkoidc.policy.ProviderArn;
import io.github.cdkoidc.policy.ValuePart;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether the principal of a statement matches the tokens of a run's issuer. A token's principal is the provider of its issuer. No
 * account, user or service matches it, but {@code "*"} and {@code {"AWS": "*"}} do.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">IAM: Principal</a>
 */
public final class PrincipalMatcher {

    private static final Pattern PARTITION = Pattern.compile("arn:([^:…]+):.*", Pattern.DOTALL);
    private static final Pattern ANOTHER = Pattern.compile("(?:[^:]*:){5}(?!oidc-provider/)[^…/]+/.*");

    /** IAM's provider of a URL has the rest of it in its ARN, so an ARN with a scheme is of no provider. */
    private static final String SCHEME = "https://";

    private final Principals principals;
    private final Map<JsonNode, String> issuers = new LinkedHashMap<>();
    private Ternary others = Ternary.FALSE;
    private boolean commercial = true;

    /** Reads the principals of a statement. {@code providers} has the issuers of the expressions that are known. */
    PrincipalMatcher(Principals principals, Map<JsonNode, String> providers) {
        this.principals = principals;
        principals.of(PrincipalType.FEDERATED).forEach(value -> federated(value, providers));
        principals.of(PrincipalType.AWS).forEach(value -> others = others.or(isStar(value)));
        if (!principals.of(PrincipalType.EVERYONE).isEmpty()) {
            others = Ternary.TRUE;
        }
    }

    private void federated(JsonNode value, Map<JsonNode, String> providers) {
        List<ValuePart> pieces = CloudFormationExpression.pieces(value);
        String text = CloudFormationExpression.text(value);
        Matcher partition = PARTITION.matcher(text);
        commercial &= !partition.matches() || partition.group(1).equals("aws");
        String told = pieces.size() == 1 && pieces.get(0) instanceof ValuePart.Deployed whole
                ? providers.get(whole.expression())
                : providers.get(value);
        if (told != null) {
            issuers.put(value, GitHubIssuer.withScheme(told));
            return;
        }
        Optional<ProviderArn> arn = ProviderArn.of(value);
        if (text.indexOf('*') >= 0 || text.indexOf('?') >= 0) {
            // One star matches everyone. IAM allows no other wildcard, but does not document what it does with one.
            others = others.or(text.equals("*") ? Ternary.TRUE : Ternary.UNKNOWN);
        } else if (arn.isPresent()) {
            issuers.put(value, SCHEME + arn.get().name());
        } else if (text.indexOf(CloudFormationExpression.UNKNOWN) >= 0
                && !ANOTHER.matcher(text).matches()) {
            others = others.or(Ternary.UNKNOWN);
        }
    }

    private static Ternary isStar(JsonNode value) {
        String text = CloudFormationExpression.text(value);
        if (text.equals("*")) {
            return Ternary.TRUE;
        }
        return text.chars().allMatch(c -> c == CloudFormationExpression.UNKNOWN || c == '*')
                ? Ternary.UNKNOWN
                : Ternary.FALSE;
    }

    /** The values that are providers of the issuers with these URLs. */
    public List<JsonNode> ofIssuers(Predicate<String> urls) {
        return issuers.entrySet().stream()
                .filter(issuer -> urls.test(issuer.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The URLs of the issuers that are named. */
    public List<String> issuers() {
        return List.copyOf(issuers.values());
    }

    /** Whether no principal is of a partition other than {@code aws}. */
    boolean isCommercial() {
        return commercial;
    }

    public Ternary test(TokenRequest run) {
        Ternary named = issuers.containsValue(run.issuer()) ? Ternary.TRUE : others;
        return principals.negated() ? named.not() : named;
    }
}
