package io.github.cdkoidc.trust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cdkoidc.claims.CdkToken;
import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.PossibleClaims;
import io.github.cdkoidc.json.JsonTree;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Who may assume a role: the document that a role's {@code AssumeRolePolicyDocument} holds. Two are equal if they say the same in
 * the same order, whatever is known of the providers that they name.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html">IAM: policy elements</a>
 */
public final class TrustPolicy {

    /** The version of the policy language: {@value}. */
    public static final String VERSION = "2012-10-17";

    /** The version of a document that names none: {@value}. It knows no policy variables, so {@code ${…}} is itself. */
    public static final String OLD_VERSION = "2008-10-17";

    /** The characters that IAM takes for a role's trust policy unless the account's quota is raised: {@value}. */
    public static final int DEFAULT_QUOTA = 2_048;

    /** The characters that IAM takes for a role's trust policy with the quota raised all the way: {@value}. */
    public static final int LARGEST_QUOTA = 8_192;

    private final String version;
    private final Optional<String> id;
    private final List<Statement> statements;
    private final Map<JsonNode, String> providers;
    private volatile @Nullable Judge judge;

    /**
     * A policy of the present version.
     *
     * @param statements the statements
     */
    public TrustPolicy(List<Statement> statements) {
        this(VERSION, Optional.empty(), statements);
    }

    TrustPolicy(String version, Optional<String> id, List<Statement> statements) {
        this(version, id, statements, Map.of());
    }

    private TrustPolicy(
            String version, Optional<String> id, List<Statement> statements, Map<JsonNode, String> providers) {
        this.version = version;
        this.id = id;
        this.statements = List.copyOf(statements);
        this.providers = Collections.unmodifiableMap(new LinkedHashMap<>(providers));
    }

    /**
     * Reads a policy document.
     *
     * @param json the document: one statement or a list of them, and one value or a list wherever IAM takes both
     * @return the policy
     * @throws MalformedPolicyException if it is no trust policy, with the place and what to write there
     */
    public static TrustPolicy parse(String json) {
        return JsonCursor.read(json, "", PolicyReader::read);
    }

    /**
     * Reads a policy document that stands in another document.
     *
     * @param document the document
     * @param place where it stands, a JSON pointer that errors begin with; empty if nowhere else
     * @return the policy
     * @throws MalformedPolicyException if it is no trust policy, with the place and what to write there
     */
    public static TrustPolicy parse(JsonNode document, String place) {
        return JsonCursor.read(document, place, PolicyReader::read);
    }

    /**
     * Reads the trust policies of all roles of a CloudFormation template, whoever wrote them.
     *
     * @param json the template, as JSON
     * @return the policies by logical id, in the order of the template
     * @throws MalformedPolicyException if it is no template, or one of its roles holds no trust policy
     * @see RoleTemplate
     */
    public static Map<String, TrustPolicy> inTemplate(String json) {
        RoleTemplate template = RoleTemplate.parse(json);
        Map<String, TrustPolicy> policies = new LinkedHashMap<>();
        template.roles().forEach(role -> policies.put(role, template.trustPolicy(role)));
        return Collections.unmodifiableMap(policies);
    }

    /**
     * The version of the policy language.
     *
     * @return {@value #VERSION} or {@value #OLD_VERSION}
     */
    public String version() {
        return version;
    }

    /**
     * The statements.
     *
     * @return the statements; a run gets in if any of them allows it and none denies it
     */
    public List<Statement> statements() {
        return statements;
    }

    /**
     * The providers that expressions are known to stand for.
     *
     * @return the issuers' URLs without {@code https://}, by expression
     */
    public Map<JsonNode, String> providers() {
        return providers;
    }

    /**
     * The same policy, with the knowledge which provider an expression of its template stands for. What {@link #toJson} writes
     * stays as it is.
     *
     * @param expression the value of a federated principal, such as {@code {"Ref": "GitHubOidcProvider"}}
     * @param url the issuer's URL, such as {@code https://token.actions.githubusercontent.com}
     * @return the policy
     */
    public TrustPolicy withProvider(JsonNode expression, String url) {
        Map<JsonNode, String> more = new LinkedHashMap<>(providers);
        more.put(expression, Run.name(url));
        return withProviders(more);
    }

    /** The same policy with other statements. */
    TrustPolicy withStatements(List<Statement> others) {
        return new TrustPolicy(version, id, others, providers);
    }

    /** The same policy with all that is known of its providers. */
    TrustPolicy withProviders(Map<JsonNode, String> known) {
        return new TrustPolicy(version, id, statements, known);
    }

    /**
     * Whether the token of a run gets in.
     *
     * @param claims the token's claims; an issuer that they do not name is github.com
     * @return the answer and its reasons
     */
    public Decision decide(GitHubClaims claims) {
        return judge().decide(Run.of(claims));
    }

    /**
     * Whether the tokens of a run get in that is known only in part.
     *
     * @param claims the tokens that the run can present
     * @return the answer, with tokens that prove it
     */
    public Verdict decide(PossibleClaims claims) {
        return Forecast.of(this, claims);
    }

    /**
     * Whom this policy lets in that another did not, and whom it no longer does.
     *
     * @param before the other
     * @return both, each with a token that proves it
     */
    public TrustChange comparedTo(TrustPolicy before) {
        return TrustChange.between(before, this);
    }

    /** The policy, ready to be asked. */
    Judge judge() {
        Judge ready = judge;
        if (ready == null) {
            ready = new Judge(this);
            judge = ready;
        }
        return ready;
    }

    /**
     * What is wrong with this policy, by the rules of {@link TrustRule}. Each finding about who gets in or is locked out has a token
     * that proves it.
     *
     * @return the findings, the worst first; none if no rule finds anything
     */
    public List<Finding> lint() {
        return Inspection.findings(this);
    }

    /**
     * What is wrong with a policy document, also if it is none.
     *
     * @param json the document
     * @return the findings, the worst first; none if no rule finds anything
     */
    public static List<Finding> lint(String json) {
        try {
            return parse(json).lint();
        } catch (MalformedPolicyException e) {
            return List.of(e.finding());
        }
    }

    /**
     * The document, on one line and without blanks.
     *
     * @return JSON
     */
    public String toJson() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("Version", version);
        id.ifPresent(name -> document.put("Id", name));
        document.putArray("Statement")
                .addAll(statements.stream().map(Statement::toJson).toList());
        return JsonTree.text(document);
    }

    /**
     * The characters of the document on one line, which is what IAM's quota is held against here: how IAM counts blanks is not
     * documented. A CDK token counts nothing.
     *
     * @return the number of characters
     */
    public int length() {
        return CdkToken.without(toJson()).length();
    }

    /**
     * Whether {@link #length} is over a limit, which is told much sooner of a policy that is far below it.
     *
     * @param characters such as {@value #DEFAULT_QUOTA}
     * @return true if the document has more characters
     */
    public boolean isLongerThan(int characters) {
        return LengthBound.of(id.orElse(""), statements) > characters && length() > characters;
    }

    /**
     * The same policy with every principal and every condition value replaced.
     *
     * @param replacement what to write for a value
     * @return the policy
     */
    public TrustPolicy map(UnaryOperator<JsonNode> replacement) {
        return new TrustPolicy(
                version,
                id,
                statements.stream().map(statement -> statement.map(replacement)).toList(),
                providers);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TrustPolicy policy
                && policy.version.equals(version)
                && policy.id.equals(id)
                && policy.statements.equals(statements);
    }

    @Override
    public int hashCode() {
        return Objects.hash(version, id, statements);
    }

    /** The document. */
    @Override
    public String toString() {
        return toJson();
    }
}
