package io.github.cdkoidc.internal.tokens;

import io.github.cdkoidc.claims.SubjectFormat;
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

    private TemplateClaims() {}

    /** The same encoded token, with the claims that its {@code sub} holds in their own fields too. */
    public static EncodedToken agreeing(EncodedToken word) {
        EncodedToken agreeing = word;
        if (word.spelling().isCustomised()) {
            String sub = word.get(TokenField.BEFORE)
                    + word.get(TokenField.AFTER).replaceFirst("^" + SubjectFormat.SEPARATOR, "");
            for (Map.Entry<String, String> claim : SubjectFormat.claims(sub)) {
                agreeing = agreeing(agreeing, claim.getKey(), claim.getValue());
            }
        }
        return agreeing;
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
