package io.github.cdkoidc.internal.tokens;

import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.internal.automata.TransitionGraph;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A token as one text, so that sets of tokens are languages: what it says in the order of {@link TokenField}, each thing once and {@link
 * TransitionGraph#END} behind each. Every claim that AWS makes a key of is read off it, see {@link ClaimDecoder}, and so a condition on any
 * claim is a condition on words.
 *
 * @param segments a text for each segment
 */
public record EncodedToken(Map<TokenField, String> segments) {

    public EncodedToken {
        segments = Collections.unmodifiableMap(new EnumMap<>(segments));
    }

    /** Takes a word apart. */
    public static EncodedToken of(String word) {
        Map<TokenField, String> segments = new EnumMap<>(TokenField.class);
        int start = 0;
        for (TokenField segment : TokenField.values()) {
            int end = word.indexOf(TransitionGraph.END, start);
            segments.put(segment, word.substring(start, end));
            start = end + 1;
        }
        return new EncodedToken(segments);
    }

    public String get(TokenField segment) {
        return segments.getOrDefault(segment, "");
    }

    public SubjectEncoding spelling() {
        return SubjectEncoding.of(get(TokenField.SPELLING).charAt(0));
    }

    public Context context() {
        return Context.of(get(TokenField.CONTEXT).charAt(0));
    }

    /** The same with another text for a segment. */
    public EncodedToken with(TokenField segment, String text) {
        Map<TokenField, String> changed = new EnumMap<>(segments);
        changed.put(segment, text);
        return new EncodedToken(changed);
    }

    /** The word. */
    public String text() {
        StringBuilder text = new StringBuilder();
        segments.values().forEach(segment -> text.append(segment).append(TransitionGraph.END));
        return text.toString();
    }

    /** The token's claims. */
    public GitHubClaims claims(Issuers issuers) {
        Map<String, String> claims = new TreeMap<>();
        claims.put("iss", issuers.url(get(TokenField.ISSUER).charAt(0)));
        claims.put("repository_owner", get(TokenField.OWNER));
        for (GitHubClaim claim : GitHubClaim.values()) {
            String value = new ClaimDecoder(claim).read(this);
            if (value != null) {
                claims.put(claim.claimName(), value);
            }
        }
        if (context().isPullRequest()) {
            claims.put("event_name", context() == Context.PULL_REQUEST ? "pull_request" : "pull_request_target");
        }
        return GitHubClaims.of(claims);
    }
}
