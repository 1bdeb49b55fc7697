package io.github.cdkoidc.claims;

import java.util.BitSet;

/**
 * The texts of one UTF-16 character that is in one of some ranges.
 *
 * @param ranges the first and the last character of each range: {@code 09az} for digits and small letters. They are in order, none
 *     touches another
 */
public record CharacterSet(String ranges) implements TextSet {

    static CharacterSet of(BitSet characters) {
        StringBuilder ranges = new StringBuilder();
        for (int first = characters.nextSetBit(0); first >= 0; ) {
            int end = characters.nextClearBit(first);
            ranges.append((char) first).append((char) (end - 1));
            first = characters.nextSetBit(end);
        }
        return new CharacterSet(ranges.toString());
    }

    void addTo(BitSet characters) {
        for (int at = 0; at < ranges.length(); at += 2) {
            characters.set(ranges.charAt(at), ranges.charAt(at + 1) + 1);
        }
    }

    private boolean contains(char c) {
        for (int at = 0; at < ranges.length(); at += 2) {
            if (c <= ranges.charAt(at + 1)) {
                return ranges.charAt(at) <= c;
            }
        }
        return false;
    }

    @Override
    public BitSet ends(BitSet starts, String text) {
        BitSet ends = new BitSet();
        for (int start = starts.nextSetBit(0);
                start >= 0 && start < text.length();
                start = starts.nextSetBit(start + 1)) {
            if (contains(text.charAt(start))) {
                ends.set(start + 1);
            }
        }
        return ends;
    }
}
