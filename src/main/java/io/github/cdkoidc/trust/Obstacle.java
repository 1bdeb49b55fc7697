package io.github.cdkoidc.trust;

import io.github.cdkoidc.claims.GitHubClaims;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What keeps everybody out of a grant that would let some in without it: a Deny, or a condition that no run meets who meets the others.
 *
 * @param place where it is
 * @param what what it does
 * @param token a run that is kept out by it
 * @param besideSubject whether it is a condition beside a {@code sub} that runs present
 */
record Obstacle(String place, String what, GitHubClaims token, boolean besideSubject) {

    private static final Set<String> SUBJECT = Set.of("sub");

    /** The obstacle, if it is known of a run that it keeps out. */
    static Optional<Obstacle> of(Grant grant) {
        Optional<GitHubClaims> undenied =
                Exposure.of(grant.undenied(grant.conditions())).example();
        return undenied.isPresent() ? undenied.flatMap(token -> denial(grant, token)) : contradiction(grant);
    }

    private static Optional<Obstacle> denial(Grant grant, GitHubClaims token) {
        return grant.denying(token)
                .map(deny -> new Obstacle(
                        Place.of(deny.number()),
                        "every run that " + grant.place()
                                + " lets in is denied, by this statement among others or alone",
                        token,
                        false));
    }

    /** Takes condition after condition, {@code sub} first, and leaves out those that nobody meets who meets the others. */
    private static Optional<Obstacle> contradiction(Grant grant) {
        List<ConditionJudge> met = new ArrayList<>();
        List<ConditionJudge> unmet = new ArrayList<>();
        Optional<GitHubClaims> token = Exposure.of(grant.undenied(met)).example();
        for (ConditionJudge test : subjectFirst(grant)) {
            met.add(test);
            Exposure exposure = Exposure.of(grant.undenied(met));
            if (exposure.example().isPresent()) {
                token = exposure.example();
            } else {
                met.remove(test);
                if (exposure.isNone()) {
                    unmet.add(test);
                }
            }
        }
        List<ConditionJudge> subjects = grant.conditionsOn(SUBJECT);
        boolean besideSubject = !subjects.isEmpty() && met.containsAll(subjects);
        return unmet.isEmpty() ? Optional.empty() : token.map(run -> of(grant, unmet.get(0), run, besideSubject));
    }

    private static List<ConditionJudge> subjectFirst(Grant grant) {
        return grant.conditions().stream()
                .sorted(Comparator.comparing(
                        test -> !SUBJECT.contains(test.key().claim())))
                .toList();
    }

    private static Obstacle of(Grant grant, ConditionJudge test, GitHubClaims token, boolean besideSubject) {
        String presented = test.key().value(Run.of(token));
        return new Obstacle(
                grant.place(test),
                "no run that meets the other conditions meets this one, which wants "
                        + OneOrMany.of(test.condition().values()) + " and is presented "
                        + (presented == null ? "nothing" : "\"" + presented + "\""),
                token,
                besideSubject);
    }
}
