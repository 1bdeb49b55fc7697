package io.github.cdkoidc.internal.tokens;

import io.github.cdkoidc.claims.GitNames;
import io.github.cdkoidc.claims.SubjectFormat;
import io.github.cdkoidc.claims.TextSet;
import io.github.cdkoidc.internal.automata.CaseFolding;
import io.github.cdkoidc.internal.automata.Dfa;
import io.github.cdkoidc.internal.automata.Ternary;
import io.github.cdkoidc.internal.automata.WitnessCost;
import io.github.cdkoidc.internal.evaluate.Glob;
import io.github.cdkoidc.internal.evaluate.ValuePattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Finds texts that GitHub can write into {@code sub} and that match one pattern, however many ways its wildcards combine in: it follows
 * one place of the pattern at a time, so the work grows with the length of the pattern alone.
 */
public final class MatchingSubjects {

    private static final TextSet CLASSIC =
            GitNames.OWNER.then(TextSet.text(SubjectFormat.SLASH)).then(GitNames.REPOSITORY);
    private static final TextSet IMMUTABLE = GitNames.OWNER
            .then(TextSet.text(SubjectFormat.ID))
            .then(GitNames.NUMBER)
            .then(TextSet.text(SubjectFormat.SLASH))
            .then(GitNames.REPOSITORY)
            .then(TextSet.text(SubjectFormat.ID))
            .then(GitNames.NUMBER);
    private static final TextSet CONTEXT = TextSet.anyOf(List.of(
            TextSet.text(SubjectFormat.PULL_REQUEST),
            TextSet.text(SubjectFormat.REF).then(GitHubGrammar.BRANCH.or(GitHubGrammar.TAG)),
            TextSet.text(SubjectFormat.ENVIRONMENT)
                    .then(GitHubGrammar.TEXT.without(TextSet.any()
                            .then(TextSet.text(SubjectFormat.SEPARATOR))
                            .then(TextSet.any())))));

    /** Kinds of {@code sub}: of an owner and a repository whom no policy names, of such a repository, of any, and of none. */
    private static final List<TextSet> SUBJECTS = List.of(
            subject(TextSet.text("mallory/stranger")),
            subject(TextSet.text("mallory@666/stranger@666")),
            subject(GitNames.OWNER.then(TextSet.text("/stranger"))),
            subject(GitNames.OWNER.then(TextSet.text("@")).then(GitNames.NUMBER).then(TextSet.text("/stranger@666"))),
            subject(CLASSIC),
            subject(IMMUTABLE),
            GitHubGrammar.FREE.then(TextSet.text(SubjectFormat.SEPARATOR)
                    .then(GitHubGrammar.FREE)
                    .anyTimes()));

    private final Dfa subjects;
    private final ValuePattern pattern;
    private final PriorityQueue<Node> open =
            new PriorityQueue<>(Comparator.comparingLong(Node::cost).thenComparing(Node::text));
    private final Set<Long> done = new HashSet<>();

    private record Node(int state, int place, String text, long cost) {}

    private MatchingSubjects(Dfa subjects, ValuePattern pattern) {
        this.subjects = subjects;
        this.pattern = pattern;
    }

    private static TextSet subject(TextSet repository) {
        return TextSet.text(SubjectFormat.REPOSITORY)
                .then(repository)
                .then(TextSet.text(SubjectFormat.SEPARATOR))
                .then(CONTEXT);
    }

    /** The best text of each kind of {@code sub} that matches a pattern, those whom no policy names first. */
    public static List<String> of(ValuePattern pattern) {
        List<String> found = new ArrayList<>();
        for (TextSet subjects : SUBJECTS) {
            new MatchingSubjects(GitHubGrammar.automaton(subjects), pattern)
                    .best()
                    .ifPresent(found::add);
        }
        return found;
    }

    /** The best text of each kind of {@code sub}. */
    public static List<String> any() {
        return of(new ValuePattern(new int[] {Glob.STAR}, false, true));
    }

    private Optional<String> best() {
        open.add(new Node(0, 0, "", 0));
        for (Node node = open.poll(); node != null; node = open.poll()) {
            if (done.add(((long) node.state() << Integer.SIZE) | node.place())) {
                if (node.place() == pattern.length() && subjects.truth(node.state()) == Ternary.TRUE) {
                    return Optional.of(node.text());
                }
                follow(node);
            }
        }
        return Optional.empty();
    }

    private void follow(Node node) {
        if (node.place() == pattern.length()) {
            return;
        }
        int wanted = pattern.at(node.place());
        if (wanted == Glob.STAR) {
            open.add(new Node(node.state(), node.place() + 1, node.text(), node.cost()));
            any(node, node.place());
        } else if (wanted == Glob.ANY) {
            any(node, node.place() + 1);
        } else if (wanted <= Character.MAX_VALUE) {
            character(node, (char) wanted);
            if (pattern.ignoresCase()) {
                CaseFolding.sameAs((char) wanted).forEach(same -> character(node, same));
            }
        }
    }

    private void any(Node node, int place) {
        for (int edge = subjects.first(node.state()); edge < subjects.end(node.state()); edge++) {
            char best = WitnessCost.best(subjects.from(edge), subjects.to(edge));
            add(node, best, subjects.target(edge), place);
        }
    }

    private void character(Node node, char c) {
        int target = subjects.step(node.state(), c);
        if (target != Dfa.DEAD) {
            add(node, c, target, node.place() + 1);
        }
    }

    private void add(Node node, char c, int state, int place) {
        open.add(new Node(state, place, node.text() + c, node.cost() + WitnessCost.cost(c)));
    }
}
