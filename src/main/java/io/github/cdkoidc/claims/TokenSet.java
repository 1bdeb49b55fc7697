package io.github.cdkoidc.claims;

import static java.util.stream.Collectors.toMap;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tokens that a run can present: a token for each text of each {@link ClaimVariable}. A claim that has no parts here is absent. A
 * claim that comes out empty is absent too, unless it is the empty text in all tokens.
 *
 * @param claims the parts of each claim's value, by the claim's name
 */
public record TokenSet(Map<String, List<ClaimPart>> claims) {

    /** Takes a copy, in the order of the names. */
    public TokenSet {
        Map<String, List<ClaimPart>> copies = new TreeMap<>(claims);
        copies.replaceAll((name, parts) -> List.copyOf(parts));
        claims = Collections.unmodifiableMap(copies);
    }

    /**
     * One token and no other.
     *
     * @param token the token
     * @return the tokens
     */
    public static TokenSet of(GitHubClaims token) {
        return new TokenSet(token.values().entrySet().stream()
                .collect(toMap(Map.Entry::getKey, claim -> List.of(new ClaimPart.Text(claim.getValue())))));
    }

    /**
     * What differs between the tokens.
     *
     * @return the variations of all claims
     */
    public Set<ClaimVariable> variations() {
        return claims.values().stream().flatMap(TokenSet::variations).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<ClaimVariable> variations(List<ClaimPart> parts) {
        return parts.stream()
                .flatMap(part ->
                        part instanceof ClaimPart.Varying varying ? Stream.of(varying.variation()) : Stream.empty());
    }

    /**
     * One of the tokens.
     *
     * @param chosen a text for each variation; a claim with one that is not chosen is left out
     * @return the token
     */
    public GitHubClaims token(Map<ClaimVariable, String> chosen) {
        Map<String, String> values = new TreeMap<>();
        claims.forEach((name, parts) -> {
            if (variations(parts).allMatch(chosen::containsKey)) {
                String value = parts.stream().map(part -> text(part, chosen)).collect(Collectors.joining());
                if (!value.isEmpty() || variations(parts).findAny().isEmpty()) {
                    values.put(name, value);
                }
            }
        });
        return GitHubClaims.of(values);
    }

    private static String text(ClaimPart part, Map<ClaimVariable, String> chosen) {
        if (part instanceof ClaimPart.Text text) {
            return text.text();
        }
        ClaimPart.Varying varying = (ClaimPart.Varying) part;
        String text = chosen.getOrDefault(varying.variation(), "");
        return varying.escaped() ? SubjectFormat.escaped(text) : text;
    }
}
