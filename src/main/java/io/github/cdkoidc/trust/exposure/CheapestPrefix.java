package io.github.cdkoidc.trust.exposure;

import io.github.cdkoidc.internal.automata.WitnessCost;

/** The beginning of an encoded token, with its {@link WitnessCost}. */
record CheapestPrefix(String text, long cost) {

    CheapestPrefix with(char c) {
        return new CheapestPrefix(text + c, cost + WitnessCost.cost(c));
    }

    CheapestPrefix with(String more) {
        return new CheapestPrefix(
                text + more,
                cost + more.chars().mapToLong(c -> WitnessCost.cost((char) c)).sum());
    }

    /** The one that costs less. */
    CheapestPrefix orBetter(CheapestPrefix other) {
        return other.cost < cost ? other : this;
    }
}
