package io.github.cdkoidc.internal.spelling;

import io.github.cdkoidc.internal.spelling.SpellingMistake.Certainty;
import java.util.Locale;
import java.util.Optional;

/** Finds condition keys that were meant to be those of a provider of GitHub, and begin with another name. */
public final class KeySpelling {

    private KeySpelling() {}

    /**
     * What is wrong with a key.
     *
     * @param key as the policy has it
     * @param issuer the name of the provider of the statement: its URL without {@code https://}
     */
    public static Optional<SpellingMistake> mistake(String key, String issuer) {
        int end = Math.max(key.lastIndexOf(':'), ProviderSpelling.meant(key).isPresent() ? key.lastIndexOf('/') : -1);
        String host = key.substring(0, Math.max(end, 0));
        String claim = key.substring(end + 1);
        boolean own = host.toLowerCase(Locale.ROOT).equals(issuer.toLowerCase(Locale.ROOT));
        if (own && key.charAt(end) == ':') {
            return Optional.empty();
        }
        boolean bare = end < 0 && (claim.equals("aud") || claim.equals("sub"));
        boolean ofHost = host.indexOf('.') > 0 && (claim.equals("aud") || claim.equals("sub"));
        if (!bare && !ofHost && (end < 0 || ProviderSpelling.meant(host).isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(new SpellingMistake(
                bare
                        ? "does not begin with the provider's name"
                        : "is not a key of the provider's tokens, whose keys begin with " + issuer,
                issuer + ":" + claim,
                false,
                Certainty.NEVER));
    }
}
