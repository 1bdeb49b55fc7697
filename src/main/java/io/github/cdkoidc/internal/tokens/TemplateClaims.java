package io.github.cdkoidc.internal.tokens;

import java.util.Map;

/**
 * What a customised {@code sub} says of a token beside its repository. In words it is independent of the rest; in a token it is the
 * same as the rest.
 */
public final class TemplateClaims {

    private static final Map<String, TokenField> SEGMENTS = Map.of(
            "actor", TokenField.ACTOR,
            "actor_id", TokenField.ACTOR_ID,
            "workflow", TokenField.WORKFLOW,
            "job_workflow_ref", TokenField.JOB_WORKFLOW_REF);

    private TemplateClaims() {}

    /** The same word with claims that say what its {@code sub} says. */
    public static EncodedToken agreeing(EncodedToken word) {
        EncodedToken agreeing = word;
        if (word.spelling().isCustomised()) {
            String[] parts =
                    (word.get(TokenField.BEFORE) + word.get(TokenField.AFTER).replaceFirst("^:", "")).split(":", -1);
            for (int i = 0; i < parts.length; i++) {
                if (parts[i].equals("pull_request")) {
                    agreeing = at(agreeing, Context.PULL_REQUEST, "").with(TokenField.REF, "refs/pull/1/merge");
                } else if (i + 1 < parts.length) {
                    agreeing = agreeing(agreeing, parts[i], parts[++i]);
                }
            }
        }
        return agreeing;
    }

    private static EncodedToken agreeing(EncodedToken word, String key, String value) {
        if (key.equals("environment")) {
            return at(word, Context.ENVIRONMENT, value);
        }
        if (key.equals("ref")) {
            Context of = value.startsWith("refs/pull/") ? Context.PULL_REQUEST : Context.REF;
            return (word.context() == Context.ENVIRONMENT ? word : at(word, of, "")).with(TokenField.REF, value);
        }
        TokenField segment = SEGMENTS.get(key);
        // What nobody asks for is left out.
        return segment == null || word.get(segment).isEmpty() ? word : word.with(segment, value);
    }

    private static EncodedToken at(EncodedToken word, Context context, String environment) {
        return word.with(TokenField.CONTEXT, String.valueOf(context.mark())).with(TokenField.ENVIRONMENT, environment);
    }
}
