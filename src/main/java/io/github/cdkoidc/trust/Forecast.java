package io.github.cdkoidc.trust;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.PossibleClaims;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Says of a run whether its tokens get in. */
final class Forecast {

    private static final String NO_RUN =
            "a claim tells the same thing twice, and no run was found that proves the answer";
    /** As many tokens are tried before it is said that the answer depends on what is not known. */
    private static final int MOST_TRIED = 8;

    private final Judge policy;
    private final Outlook outlook;
    private final Set<Integer> free;
    private final Set<Integer> unknown;
    private final Set<String> because = new LinkedHashSet<>();

    private Forecast(Judge policy, PossibleClaims claims) {
        this.policy = policy;
        this.outlook = new Outlook(policy, claims);
        this.unknown = slots(true);
        this.free = slots(false);
    }

    private Set<Integer> slots(boolean isUnknown) {
        List<RunLayout.Slot> slots = outlook.layout().slots();
        return IntStream.range(0, slots.size())
                .boxed()
                .filter(slot -> slots.get(slot).variation().isUnknown() == isUnknown)
                .collect(Collectors.toSet());
    }

    /** The verdict; that it cannot be known, if computing it takes too much. */
    static Verdict of(Judge policy, PossibleClaims claims) {
        try {
            return new Forecast(policy, claims).verdict();
        } catch (Budget.SpentException e) {
            return Verdict.unknown(String.valueOf(e.getMessage()));
        }
    }

    private Verdict verdict() {
        Dfa admitted = outlook.admitted();
        Dfa refused = outlook.butNot(outlook.all(), admitted);
        if (admitted.isNothing()) {
            return sure(Verdict.Answer.NEVER, refused, Truth.FALSE);
        }
        if (refused.isNothing()) {
            return sure(Verdict.Answer.ALWAYS, admitted, Truth.TRUE);
        }
        Optional<GitHubClaims> in = witness(admitted, Truth.TRUE);
        Optional<GitHubClaims> out = witness(refused, Truth.FALSE);
        if (because.isEmpty() && in.isPresent() && out.isPresent()) {
            return new Verdict(Verdict.Answer.SOMETIMES, in, out, List.of());
        }
        doubt(admitted.where(Truth.UNKNOWN));
        return new Verdict(Verdict.Answer.UNKNOWN, in, out, List.copyOf(because));
    }

    /** A verdict on all tokens. It names one unless that would make a text up for what is not known. */
    private Verdict sure(Verdict.Answer answer, Dfa words, Truth told) {
        Optional<GitHubClaims> token =
                unknown.isEmpty() ? word(words).flatMap(word -> confirmed(word, told)) : Optional.empty();
        Optional<GitHubClaims> none = Optional.empty();
        return new Verdict(answer, told == Truth.TRUE ? token : none, told == Truth.FALSE ? token : none, List.of());
    }

    private static Optional<String> word(Dfa words) {
        return Optional.ofNullable(words.completion(Truth.TRUE).text(0));
    }

    /**
     * A token of some words that belongs whatever is not known. If there is none, it is noted what the answer depends on, and the
     * token is one that belongs if that is so.
     */
    private Optional<GitHubClaims> witness(Dfa words, Truth told) {
        Optional<GitHubClaims> first = Optional.empty();
        Set<String> whys = new LinkedHashSet<>();
        Dfa left = words;
        for (int i = 0; i < MOST_TRIED; i++) {
            Optional<String> word = word(left);
            if (word.isEmpty()) {
                break;
            }
            Optional<GitHubClaims> token = confirmed(word.get(), told);
            Dfa alike = outlook.like(word.get(), free);
            if (token.isPresent() && covers(words, alike)) {
                return token;
            }
            whys.addAll(token.isEmpty() ? List.of(NO_RUN) : whys(words, word.get()));
            first = first.or(() -> token);
            left = outlook.butNot(left, alike);
        }
        because.addAll(whys);
        return first;
    }

    private boolean covers(Dfa words, Dfa others) {
        return outlook.butNot(others, words).isNothing();
    }

    /** What is not known, and decides whether a word belongs. */
    private List<String> whys(Dfa words, String word) {
        List<Integer> deciding = unknown.stream()
                .filter(slot -> {
                    Set<Integer> others = new LinkedHashSet<>(unknown);
                    others.addAll(free);
                    others.remove(slot);
                    return !covers(words, outlook.like(word, others));
                })
                .toList();
        return Stream.of(deciding, unknown).filter(slots -> !slots.isEmpty()).findFirst().stream()
                .flatMap(slots -> slots.stream().sorted())
                .flatMap(slot -> outlook.layout().slots().get(slot).variation().why().stream())
                .distinct()
                .toList();
    }

    /** The token of a word, if the policy decides it as it should. Only what one claim tells twice can keep it from that. */
    private Optional<GitHubClaims> confirmed(String word, Truth told) {
        return Stream.of(false, true)
                .map(twins -> outlook.layout().token(word, twins))
                .filter(token -> {
                    return policy.evaluate(token).allowed() == told;
                })
                .findFirst();
    }

    /** Notes what it depends on whether the words get in. */
    private void doubt(Dfa words) {
        word(words)
                .ifPresent(
                        word -> because.addAll(outlook.doubts(outlook.layout().token(word, false))));
        if (because.isEmpty()) {
            because.add(NO_RUN);
        }
    }
}
