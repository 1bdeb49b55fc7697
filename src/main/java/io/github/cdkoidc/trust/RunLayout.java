package io.github.cdkoidc.trust;

import io.github.cdkoidc.claims.ClaimPart;
import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.PossibleClaims;
import io.github.cdkoidc.claims.Variation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * In which order a word tells what differs between the tokens of a run. Each claim that is asked for reads the word from left to
 * right; a claim that cannot, because it tells something twice, reads the second from a slot of its own, a twin, as if it could be
 * another text. What is then true of all words is true of all tokens.
 */
final class RunLayout {

    /**
     * One text of a word.
     *
     * @param variation whose text it is
     * @param twin whether the variation has a slot before
     */
    record Slot(Variation variation, boolean twin) {}

    /**
     * How a claim goes on.
     *
     * @param lead a text
     * @param slot the slot whose text follows
     * @param escaped whether {@code :} is written {@code %3A} there
     */
    record Step(String lead, int slot, boolean escaped) {}

    /**
     * How a claim is read off a word.
     *
     * @param steps the slots, in order
     * @param tail the text behind them
     */
    record Reading(List<Step> steps, String tail) {}

    private final PossibleClaims claims;
    private final List<Slot> slots = new ArrayList<>();
    private final Map<String, Reading> readings = new HashMap<>();

    /**
     * A layout.
     *
     * @param claims the tokens
     * @param asked the claims that matter
     */
    RunLayout(PossibleClaims claims, Set<String> asked) {
        this.claims = claims;
        asked.stream()
                .filter(claims.claims()::containsKey)
                .sorted(Comparator.comparing((String claim) -> !claim.equals("sub"))
                        .thenComparing(Comparator.naturalOrder()))
                .forEach(claim -> read(claim, claims.claims().getOrDefault(claim, List.of())));
        claims.variations().stream()
                .filter(variation -> !variation.isUnknown())
                .sorted(Comparator.comparing(Variation::shown))
                .filter(variation -> slotOf(variation) < 0)
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
                last = slotBehind(last, varying.variation());
                steps.add(new Step(lead.toString(), last, varying.escaped()));
                lead.setLength(0);
            }
        }
        if (!steps.isEmpty()) {
            readings.put(claim, new Reading(steps, lead.toString()));
        }
    }

    private int slotBehind(int last, Variation variation) {
        for (int i = last + 1; i < slots.size(); i++) {
            if (slots.get(i).variation().equals(variation)) {
                return i;
            }
        }
        slots.add(new Slot(variation, slotOf(variation) >= 0));
        return slots.size() - 1;
    }

    private int slotOf(Variation variation) {
        for (int i = 0; i < slots.size(); i++) {
            if (slots.get(i).variation().equals(variation)) {
                return i;
            }
        }
        return -1;
    }

    List<Slot> slots() {
        return slots;
    }

    /** How the claims are read that differ between the tokens, by name. */
    Map<String, Reading> readings() {
        return readings;
    }

    /** The claims that are the same in all tokens. */
    GitHubClaims same() {
        return claims.token(Map.of());
    }

    /** The texts of a word, one for each slot. */
    static List<String> texts(String word) {
        List<String> texts = new ArrayList<>(List.of(word.split(String.valueOf(Machine.END), -1)));
        texts.remove(texts.size() - 1);
        return texts;
    }

    /** The token of a word: of what has twins, the one or the others count. */
    GitHubClaims token(String word, boolean twins) {
        List<String> texts = texts(word);
        Map<Variation, String> chosen = new LinkedHashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            if (twins || !slots.get(i).twin()) {
                chosen.put(slots.get(i).variation(), texts.get(i));
            }
        }
        return claims.token(chosen);
    }
}
