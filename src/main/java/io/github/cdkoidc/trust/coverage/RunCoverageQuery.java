package io.github.cdkoidc.trust.coverage;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.TokenSet;
import io.github.cdkoidc.internal.automata.AutomatonBudget;
import io.github.cdkoidc.internal.automata.Dfa;
import io.github.cdkoidc.internal.automata.Ternary;
import io.github.cdkoidc.internal.evaluate.PolicyEvaluator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Computes whether the tokens of a run can assume the role. */
final class RunCoverageQuery {

    private static final String NO_RUN =
            "a claim tells the same thing twice, and no run was found that proves the answer";
    /** The number of tokens that are tried before the answer is that it cannot be known. */
    private static final int MOST_TRIED = 8;

    private final PolicyEvaluator policy;
    private final RunAutomaton outlook;
    private final Set<Integer> free;
    private final Set<Integer> unknown;
    private final Set<String> because = new LinkedHashSet<>();

    private RunCoverageQuery(PolicyEvaluator policy, TokenSet claims) {
        this.policy = policy;
        this.outlook = new RunAutomaton(policy, claims);
        this.unknown = slots(true);
        this.free = slots(false);
    }

    private Set<Integer> slots(boolean isUnknown) {
        List<RunEncoding.Slot> slots = outlook.layout().slots();
        return IntStream.range(0, slots.size())
                .boxed()
                .filter(slot -> slots.get(slot).variation().isUnknown() == isUnknown)
                .collect(Collectors.toSet());
    }

    /** The answer; unknown if it is too large to compute. */
    static RunCoverage of(PolicyEvaluator policy, TokenSet claims) {
        try {
            return new RunCoverageQuery(policy, claims).verdict();
        } catch (AutomatonBudget.SpentException e) {
            Optional<GitHubClaims> none = Optional.empty();
            return new RunCoverage(RunCoverage.Answer.UNKNOWN, none, none, List.of(String.valueOf(e.getMessage())));
        }
    }

    private RunCoverage verdict() {
        Dfa admitted = outlook.admitted();
        Dfa refused = outlook.butNot(outlook.all(), admitted);
        if (admitted.isNothing()) {
            return sure(RunCoverage.Answer.NEVER, refused, Ternary.FALSE);
        }
        if (refused.isNothing()) {
            return sure(RunCoverage.Answer.ALWAYS, admitted, Ternary.TRUE);
        }
        Optional<GitHubClaims> in = witness(admitted, Ternary.TRUE);
        Optional<GitHubClaims> out = witness(refused, Ternary.FALSE);
        if (because.isEmpty() && in.isPresent() && out.isPresent()) {
            return new RunCoverage(RunCoverage.Answer.SOMETIMES, in, out, List.of());
        }
        Optional<String> doubtful = word(admitted.where(Ternary.UNKNOWN));
        doubtful.ifPresent(
                word -> because.addAll(outlook.reasons(outlook.layout().token(word, false))));
        if (because.isEmpty()) {
            because.add(NO_RUN);
        }
        return new RunCoverage(RunCoverage.Answer.UNKNOWN, in, out, List.copyOf(because));
    }

    /** An answer for all tokens. It names one, unless that would need a text for what is not known. */
    private RunCoverage sure(RunCoverage.Answer answer, Dfa words, Ternary told) {
        Optional<GitHubClaims> token =
                unknown.isEmpty() ? word(words).flatMap(word -> confirmed(word, told)) : Optional.empty();
        Optional<GitHubClaims> none = Optional.empty();
        return new RunCoverage(
                answer, told == Ternary.TRUE ? token : none, told == Ternary.FALSE ? token : none, List.of());
    }

    private static Optional<String> word(Dfa words) {
        return Optional.ofNullable(words.completion(Ternary.TRUE).text(0));
    }

    /** A token that belongs whatever the unknown texts are; or else one that belongs for some, and the reasons are kept. */
    private Optional<GitHubClaims> witness(Dfa words, Ternary told) {
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

    /** The unknown texts that decide whether an encoded token belongs. */
    private List<String> whys(Dfa words, String word) {
        List<Integer> deciding = unknown.stream()
                .filter(slot -> {
                    Set<Integer> others = new LinkedHashSet<>(unknown);
                    others.addAll(free);
                    others.remove(slot);
                    return !covers(words, outlook.like(word, others));
                })
                .toList();
        return (deciding.isEmpty() ? unknown : deciding)
                .stream()
                        .sorted()
                        .flatMap(slot -> outlook.layout().slots().get(slot).variation().why().stream())
                        .distinct()
                        .toList();
    }

    /** The token, if the policy gives the expected answer. It differs only if a claim holds the same variable twice. */
    private Optional<GitHubClaims> confirmed(String word, Ternary told) {
        return Stream.of(false, true)
                .map(twins -> outlook.layout().token(word, twins))
                .filter(token -> policy.evaluate(token).allowed() == told)
                .findFirst();
    }
}
