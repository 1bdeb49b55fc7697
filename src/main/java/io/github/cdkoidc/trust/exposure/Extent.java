package io.github.cdkoidc.trust.exposure;

import static java.util.stream.Collectors.joining;

import io.github.cdkoidc.claims.GitHubClaims;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which names are admitted: a list of names, also names outside the policy, or unknown. */
public sealed interface Extent {

    /**
     * These names at most; none if there are none.
     *
     * @param examples the names, each with an admitted token; without one if that depends on what is not known
     */
    record These(Map<String, Optional<GitHubClaims>> examples) implements Extent {

        /** Takes a copy, in the same order. */
        public These {
            examples = Collections.unmodifiableMap(new LinkedHashMap<>(examples));
        }

        @Override
        public List<String> names() {
            return List.copyOf(examples.keySet());
        }

        @Override
        public String toString() {
            return examples.isEmpty()
                    ? "none"
                    : examples.entrySet().stream()
                            .map(name -> name.getKey() + (name.getValue().isEmpty() ? " (perhaps)" : ""))
                            .collect(joining(", "));
        }
    }

    /**
     * Also names that the policy does not write out.
     *
     * @param token an admitted token with such a name
     */
    record Unbounded(GitHubClaims token) implements Extent {

        @Override
        public String toString() {
            return "unbounded, such as " + token.values().getOrDefault("sub", "");
        }
    }

    /**
     * This cannot be computed.
     *
     * @param because what is not known
     */
    record Unknown(List<String> because) implements Extent {

        /** Takes a copy. */
        public Unknown {
            because = List.copyOf(because);
        }

        @Override
        public String toString() {
            return "cannot be computed, because " + String.join("; and ", because);
        }
    }

    /**
     * The names, if it is proved that there are no others.
     *
     * @return the names; none unless this is {@link These}
     */
    default List<String> names() {
        return List.of();
    }

    /**
     * Whether it is proved that there is nothing.
     *
     * @return true if it is
     */
    default boolean isNone() {
        return this instanceof These && names().isEmpty();
    }

    /**
     * Whether a name that the policy does not write out is surely admitted.
     *
     * @return true if there is one
     */
    default boolean isUnbounded() {
        return this instanceof Unbounded;
    }

    /**
     * Whether this cannot be computed.
     *
     * @return true if it cannot
     */
    default boolean isUnknown() {
        return this instanceof Unknown;
    }

    /**
     * A token that is surely admitted.
     *
     * @return one, if there is one for sure
     */
    default Optional<GitHubClaims> example() {
        return examplesOfAll().findFirst();
    }

    /**
     * A surely admitted token of each name, or one of them all.
     *
     * @return the tokens
     */
    default Stream<GitHubClaims> examplesOfAll() {
        return this instanceof These these
                ? these.examples().values().stream().flatMap(Optional::stream)
                : witness().stream();
    }

    /**
     * The proof that this is unbounded.
     *
     * @return a token that the policy allows
     */
    default Optional<GitHubClaims> witness() {
        return this instanceof Unbounded unbounded ? Optional.of(unbounded.token()) : Optional.empty();
    }
}
