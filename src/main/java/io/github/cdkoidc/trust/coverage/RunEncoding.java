package io.github.cdkoidc.trust.coverage;

import io.github.cdkoidc.claims.ClaimPart;
import io.github.cdkoidc.claims.ClaimVariable;
import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.TokenSet;
import io.github.cdkoidc.internal.automata.TransitionGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The order of the texts that differ between the tokens of a run. Each tested claim reads an encoded token from left to right. A claim
 * that holds a variable twice reads the second text from a slot of its own, a twin, as if it could differ. What is then true for all
 * encoded tokens is true for all tokens.
 */
final class RunEncoding {

    /** One text of an encoded token. It is a twin if an earlier slot has the same variable. */
    record Slot(ClaimVariable variation, boolean twin) {}

    /** A text of a claim and the slot whose text follows, with {@code :} written as {@code %3A} if it is escaped. */
    record Step(String lead, int slot, boolean escaped) {}

    /** How a claim is read from an encoded token: the slots in order, and the text after them. */
    record Reading(List<Step> steps, String tail) {}

    private final TokenSet claims;
    private final List<Slot> slots = new ArrayList<>();
    private final Map<String, Reading> readings = new HashMap<>();

    /** The encoding of some tokens, for the claims that conditions test. */
    RunEncoding(TokenSet claims, Set<String> asked) {
        this.claims = claims;
        asked.stream()
                .filter(claims.claims()::containsKey)
                .sorted(Comparator.comparing((String claim) -> !claim.equals("sub"))
                        .thenComparing(Comparator.naturalOrder()))
                .forEach(claim -> read(claim, claims.claims().getOrDefault(claim, List.of())));
        claims.variations().stream()
                .filter(variation -> !variation.isUnknown())
                .sorted(Comparator.comparing(ClaimVariable::shown))
                .filter(variation -> slotFrom(0, variation) < 0)
                .forEach(variation -> slots.add(new Slot(variation, false)));
    }

    private void read(String claim, List<ClaimPart> parts) {
        List<Step> steps = new ArrayList<>();
        StringBuilder lead = new StringBuilder();
        int last = -1;
        for (ClaimPart part : parts) {
            if (part instanceof ClaimPart.Text text) {
                lead.append(text.text());
            } else {
                ClaimPart.Varying varying = (ClaimPart.Varying) part;
                ClaimVariable variation = varying.variation();
                last = slotFrom(last + 1, variation);
                if (last < 0) {
                    last = slots.size();
                    slots.add(new Slot(variation, slotFrom(0, variation) >= 0));
                }
                steps.add(new Step(lead.toString(), last, varying.escaped()));
                lead.setLength(0);
            }
        }
        if (!steps.isEmpty()) {
            readings.put(claim, new Reading(steps, lead.toString()));
        }
    }

    private int slotFrom(int first, ClaimVariable variation) {
        return IntStream.range(first, slots.size())
                .filter(slot -> slots.get(slot).variation().equals(variation))
                .findFirst()
                .orElse(-1);
    }

    List<Slot> slots() {
        return slots;
    }

    /** The claims that differ between the tokens, by name. */
    Map<String, Reading> readings() {
        return readings;
    }

    /** The texts of an encoded token, one for each slot. */
    static List<String> texts(String word) {
        List<String> texts = new ArrayList<>(List.of(word.split(String.valueOf(TransitionGraph.END), -1)));
        texts.remove(texts.size() - 1);
        return texts;
    }

    /** The token of an encoded token: a variable with twins has the text of the first or of the last. */
    GitHubClaims token(String word, boolean twins) {
        List<String> texts = texts(word);
        Map<ClaimVariable, String> chosen = new LinkedHashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            if (twins || !slots.get(i).twin()) {
                chosen.put(slots.get(i).variation(), texts.get(i));
            }
        }
        return claims.token(chosen);
    }
}
