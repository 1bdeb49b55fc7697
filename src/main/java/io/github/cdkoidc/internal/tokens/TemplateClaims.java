package io.github.cdkoidc.internal.tokens;

import io.github.cdkoidc.claims.SubjectFormat;
import java.util.List;
import java.util.Map;

/**
 * The claims in a customised {@code sub}, apart from its repository. In encoded tokens they are independent of the other fields; in a
 * token they are equal to them.
 */
public final class TemplateClaims {

    private static final Map<String, TokenField> FIELDS = Map.of(
            "actor", TokenField.ACTOR,
            "actor_id", TokenField.ACTOR_ID,
            "workflow", TokenField.WORKFLOW,
            "job_workflow_ref", TokenField.JOB_WORKFLOW_REF);

    private static final List<TokenField> PARTS = List.of(TokenField.BEFORE, TokenField.AFTER);

    private TemplateClaims() {}

    /**
     * The same encoded token with equal claims in {@code sub} and beside it: first as {@code sub} has them, then as the others have
     * them, which a value of {@code sub} with a wildcard may take. It is alone if the two are equal.
     */
    public static List<EncodedToken> agreeing(EncodedToken word) {
        if (!word.spelling().isCustomised()) {
            return List.of(word);
        }
        EncodedToken agreeing = word;
        for (TokenField field : PARTS) {
            for (Map.Entry<String, String> claim : SubjectFormat.claims(part(word, field))) {
                agreeing = agreeing(agreeing, claim.getKey(), claim.getValue());
            }
        }
        return agreeing.equals(word) ? List.of(word) : List.of(agreeing, rewritten(word));
    }

    private static String part(EncodedToken word, TokenField field) {
        return word.get(field).replaceFirst("^" + SubjectFormat.SEPARATOR, "");
    }

    /** The encoded token whose {@code sub} holds what the other fields hold. */
    private static EncodedToken rewritten(EncodedToken word) {
        EncodedToken rewritten = word;
        for (TokenField part : PARTS) {
            String text = word.get(part);
            for (Map.Entry<String, String> claim : SubjectFormat.claims(part(word, part))) {
                String value = word.get(field(claim.getKey()));
                if (!value.isEmpty() && !claim.getValue().isEmpty()) {
                    String lead = claim.getKey() + SubjectFormat.SEPARATOR;
                    text = text.replace(lead + claim.getValue(), lead + SubjectFormat.escaped(value));
                }
            }
            rewritten = rewritten.with(part, text);
        }
        return rewritten;
    }

    private static TokenField field(String key) {
        return switch (key) {
            case "environment" -> TokenField.ENVIRONMENT;
            case "ref" -> TokenField.REF;
            default -> FIELDS.getOrDefault(key, TokenField.BEFORE);
        };
    }

    private static EncodedToken agreeing(EncodedToken word, String key, String value) {
        if (key.equals(SubjectFormat.PULL_REQUEST)) {
            return at(word, Context.PULL_REQUEST, "").with(TokenField.REF, "refs/pull/1/merge");
        }
        if (key.equals("environment")) {
            return at(word, Context.ENVIRONMENT, value);
        }
        if (key.equals("ref")) {
            Context of = value.startsWith("refs/pull/") ? Context.PULL_REQUEST : Context.REF;
            return (word.context() == Context.ENVIRONMENT ? word : at(word, of, "")).with(TokenField.REF, value);
        }
        TokenField field = FIELDS.get(key);
        // A field that no condition tests stays empty.
        return field == null || word.get(field).isEmpty() ? word : word.with(field, value);
    }

    private static EncodedToken at(EncodedToken word, Context context, String environment) {
        return word.with(TokenField.CONTEXT, String.valueOf(context.mark())).with(TokenField.ENVIRONMENT, environment);
    }
}
