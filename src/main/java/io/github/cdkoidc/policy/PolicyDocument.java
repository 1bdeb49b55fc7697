package io.github.cdkoidc.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cdkoidc.claims.CdkToken;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.internal.json.JsonTree;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A trust policy as it is written. Two are equal if they say the same in the same order, whatever is known of the providers that they name
 * and of their role.
 *
 * @param version the version of the policy language, {@value #VERSION} or {@value #OLD_VERSION}
 * @param providers the issuers' URLs without {@code https://} that values of a template, such as {@code {"Ref": "Provider"}}, stand for
 * @param parameters the defaults of a template's parameters, by values such as {@code {"Ref": "Branch"}}
 * @param role what is known of the role whose policy it is
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html">IAM: policy elements</a>
 */
public record PolicyDocument(
        String version,
        Optional<String> id,
        List<Statement> statements,
        Map<JsonNode, String> providers,
        Map<JsonNode, String> parameters,
        RoleIdentity role) {

    /** The version of the policy language: {@value}. */
    public static final String VERSION = "2012-10-17";

    /** The version of a document that names none: {@value}. It knows no policy variables, so {@code ${…}} is itself. */
    public static final String OLD_VERSION = "2008-10-17";

    /** The characters that IAM takes for a role's trust policy unless the account's quota is raised: {@value}. */
    public static final int DEFAULT_QUOTA = 2_048;

    /** The characters that IAM takes for a role's trust policy with the quota raised all the way: {@value}. */
    public static final int LARGEST_QUOTA = 8_192;

    /** Takes copies. */
    public PolicyDocument {
        statements = List.copyOf(statements);
        providers = Collections.unmodifiableMap(new LinkedHashMap<>(providers));
        parameters = Map.copyOf(parameters);
    }

    /** A document that stands in no template. */
    public PolicyDocument(String version, Optional<String> id, List<Statement> statements) {
        this(version, id, statements, Map.of(), Map.of(), RoleIdentity.UNKNOWN);
    }

    /** A document of the present version, whose providers are written out. */
    public PolicyDocument(List<Statement> statements) {
        this(VERSION, Optional.empty(), statements);
    }

    /** Reads a document, with one value or a list wherever IAM takes both; a {@link MalformedPolicyException} if it is none. */
    public static PolicyDocument parse(String json) {
        return JsonCursor.read(json, "", PolicyReader::read);
    }

    /** Reads a document that stands at a place of another, a JSON pointer that errors begin with; empty if nowhere else. */
    public static PolicyDocument parse(JsonNode document, String place) {
        return JsonCursor.read(document, place, PolicyReader::read);
    }

    /** The same with other statements. */
    public PolicyDocument withStatements(List<Statement> others) {
        return new PolicyDocument(version, id, others, providers, parameters, role);
    }

    /** The same with all that is known of its providers. */
    public PolicyDocument withProviders(Map<JsonNode, String> known) {
        return new PolicyDocument(version, id, statements, known, parameters, role);
    }

    /** The same with the defaults of its template's parameters. */
    PolicyDocument withParameters(Map<JsonNode, String> defaults) {
        return new PolicyDocument(version, id, statements, providers, defaults, role);
    }

    /** The same as the policy of a role. */
    public PolicyDocument withRole(RoleIdentity known) {
        return new PolicyDocument(version, id, statements, providers, parameters, known);
    }

    /** The same, knowing which issuer's URL a value of its template, such as {@code {"Ref": "Provider"}}, stands for. */
    public PolicyDocument withProvider(JsonNode expression, String url) {
        Map<JsonNode, String> more = new LinkedHashMap<>(providers);
        more.put(expression, GitHubIssuer.withoutScheme(url));
        return withProviders(more);
    }

    /** The same with every principal and every condition value replaced. */
    public PolicyDocument map(UnaryOperator<JsonNode> replacement) {
        return withStatements(
                statements.stream().map(statement -> statement.map(replacement)).toList());
    }

    /** The document as a tree, whose statements are a list. */
    public ObjectNode tree() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("Version", version);
        id.ifPresent(name -> document.put("Id", name));
        document.putArray("Statement")
                .addAll(statements.stream().map(Statement::toJson).toList());
        return document;
    }

    /** The document, on one line and without blanks. */
    public String toJson() {
        return JsonTree.text(tree());
    }

    /** The characters of the document that IAM's quota counts: all but blanks, those in values too. A CDK token counts nothing. */
    public int length() {
        String json = CdkToken.without(toJson());
        int length = 0;
        for (int i = 0; i < json.length(); i++) {
            length += Character.isWhitespace(json.charAt(i)) ? 0 : 1;
        }
        return length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PolicyDocument document
                && document.version.equals(version)
                && document.id.equals(id)
                && document.statements.equals(statements);
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
