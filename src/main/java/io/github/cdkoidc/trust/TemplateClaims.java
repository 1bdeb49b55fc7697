package io.github.cdkoidc.trust;

import java.util.Map;

/**
 * What a customised {@code sub} says of a token beside its repository. In words it is independent of the rest; in a token it is the
 * same as the rest.
 */
final class TemplateClaims {

    private static final Map<String, Segment> SEGMENTS = Map.of(
            "actor", Segment.ACTOR,
            "actor_id", Segment.ACTOR_ID,
            "workflow", Segment.WORKFLOW,
            "job_workflow_ref", Segment.JOB_WORKFLOW_REF);

    private TemplateClaims() {}

    /** The same word with claims that say what its {@code sub} says. */
    static TokenWord agreeing(TokenWord word) {
        TokenWord agreeing = word;
        if (word.spelling().isCustomised()) {
            String[] parts = (word.get(Segment.BEFORE) + word.get(Segment.AFTER).replaceFirst("^:", "")).split(":", -1);
            for (int i = 0; i < parts.length; i++) {
                if (parts[i].equals("pull_request")) {
                    agreeing = at(agreeing, Context.PULL_REQUEST, "").with(Segment.REF, "refs/pull/1/merge");
                } else if (i + 1 < parts.length) {
                    agreeing = agreeing(agreeing, parts[i], parts[++i]);
                }
            }
        }
        return agreeing;
    }

    private static TokenWord agreeing(TokenWord word, String key, String value) {
        if (key.equals("environment")) {
            return at(word, Context.ENVIRONMENT, value);
        }
        if (key.equals("ref")) {
            Context of = value.startsWith("refs/pull/") ? Context.PULL_REQUEST : Context.REF;
            return (word.context() == Context.ENVIRONMENT ? word : at(word, of, "")).with(Segment.REF, value);
        }
        Segment segment = SEGMENTS.get(key);
        // What nobody asks for is left out.
        return segment == null || word.get(segment).isEmpty() ? word : word.with(segment, value);
    }

    private static TokenWord at(TokenWord word, Context context, String environment) {
        return word.with(Segment.CONTEXT, String.valueOf(context.mark())).with(Segment.ENVIRONMENT, environment);
    }
}
