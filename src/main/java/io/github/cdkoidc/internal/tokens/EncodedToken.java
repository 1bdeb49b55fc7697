package io.github.cdkoidc.internal.tokens;

import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.internal.automata.TransitionGraph;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A token as one text, so that automata can read it: the text of each {@link TokenField} in order, with {@link TransitionGraph#END}
 * after each. {@link ClaimDecoder} reads every claim from it that AWS turns into a key.
 */
public record EncodedToken(Map<TokenField, String> fields) {

    public EncodedToken {
        fields = Collections.unmodifiableMap(new EnumMap<>(fields));
    }

    /** Splits the text of an encoded token into its fields. */
    public static EncodedToken of(String word) {
        Map<TokenField, String> fields = new EnumMap<>(TokenField.class);
        int start = 0;
        for (TokenField field : TokenField.values()) {
            int end = word.indexOf(TransitionGraph.END, start);
            fields.put(field, word.substring(start, end));
            start = end + 1;
        }
        return new EncodedToken(fields);
    }

    public String get(TokenField field) {
        return fields.getOrDefault(field, "");
    }

    public SubjectEncoding spelling() {
        return marked(TokenField.SPELLING, SubjectEncoding.values(), SubjectEncoding::mark);
    }

    public Context context() {
        return marked(TokenField.CONTEXT, Context.values(), Context::mark);
    }

    private <T> T marked(TokenField field, T[] all, Function<T, Character> mark) {
        return Stream.of(all)
                .filter(one -> mark.apply(one) == get(field).charAt(0))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + get(field) + "' marks no " + field));
    }

    /** The same with another text for a field. */
    public EncodedToken with(TokenField field, String text) {
        Map<TokenField, String> changed = new EnumMap<>(fields);
        changed.put(field, text);
        return new EncodedToken(changed);
    }

    /** The fields as one text. */
    public String text() {
        return fields.values().stream()
                .map(field -> field + TransitionGraph.END)
                .collect(Collectors.joining());
    }

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
            claims.put("event_name", "pull_request");
        }
        return GitHubClaims.of(claims);
    }
}
