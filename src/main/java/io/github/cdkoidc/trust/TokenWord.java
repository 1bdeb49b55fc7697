package io.github.cdkoidc.trust;

import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.claims.GitHubClaims;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A token as one text, so that sets of tokens are languages: what it says in the order of {@link Segment}, each thing once and {@link
 * Machine#END} behind each. Every claim that AWS makes a key of is read off it, see {@link ClaimReading}, and so a condition on any
 * claim is a condition on words.
 *
 * @param segments a text for each segment
 */
record TokenWord(Map<Segment, String> segments) {

    TokenWord {
        segments = Collections.unmodifiableMap(new EnumMap<>(segments));
    }

    /** Takes a word apart. */
    static TokenWord of(String word) {
        Map<Segment, String> segments = new EnumMap<>(Segment.class);
        int start = 0;
        for (Segment segment : Segment.values()) {
            int end = word.indexOf(Machine.END, start);
            segments.put(segment, word.substring(start, end));
            start = end + 1;
        }
        return new TokenWord(segments);
    }

    String get(Segment segment) {
        return segments.getOrDefault(segment, "");
    }

    Spelling spelling() {
        return Spelling.of(get(Segment.SPELLING).charAt(0));
    }

    Context context() {
        return Context.of(get(Segment.CONTEXT).charAt(0));
    }

    /** The same with another text for a segment. */
    TokenWord with(Segment segment, String text) {
        Map<Segment, String> changed = new EnumMap<>(segments);
        changed.put(segment, text);
        return new TokenWord(changed);
    }

    /** The word. */
    String text() {
        StringBuilder text = new StringBuilder();
        segments.values().forEach(segment -> text.append(segment).append(Machine.END));
        return text.toString();
    }

    /** The token's claims. */
    GitHubClaims claims(Issuers issuers) {
        Map<String, String> claims = new TreeMap<>();
        claims.put("iss", issuers.url(get(Segment.ISSUER).charAt(0)));
        claims.put("repository_owner", get(Segment.OWNER));
        for (GitHubClaim claim : GitHubClaim.values()) {
            String value = new ClaimReading(claim).read(this);
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
