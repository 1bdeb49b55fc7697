package io.github.cdkoidc.workflow.text;

import static java.util.stream.Collectors.joining;

import io.github.cdkoidc.claims.GitNames;
import io.github.cdkoidc.claims.TextSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The names of branches or tags that pass a filter: each rule in order adds the names that match it or takes them away, and of
 * the result only those are left that match all of {@code also}. Only names that git allows pass, whatever the rules say: {@code
 * release/**} does not admit {@code release/}.
 *
 * @param rules the patterns of {@code branches:} or {@code tags:} in order; later ones win
 * @param also what the name must match besides, from a condition such as {@code startsWith(github.ref_name, 'v')}
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#onpushbranchestagsbranches-ignoretags-ignore">
 *     GitHub: branch and tag filters</a>
 */
public record NameFilter(List<Rule> rules, List<GitHubGlob> also) {

    private static final GitHubGlob ANY = new GitHubGlob("**");

    /** One step of a filter. */
    public record Rule(boolean adds, GitHubGlob glob) {

        static Rule of(String pattern) {
            boolean negated = pattern.startsWith("!");
            return new Rule(!negated, new GitHubGlob(negated ? pattern.substring(1) : pattern));
        }

        /** The pattern as the workflow has it. */
        @Override
        public String toString() {
            return (adds ? "" : "!") + glob;
        }
    }

    public NameFilter {
        rules = List.copyOf(rules);
        also = List.copyOf(also);
    }

    /** Every name, as without a filter. */
    public static NameFilter all() {
        return new NameFilter(List.of(new Rule(true, ANY)), List.of());
    }

    /** The names of {@code branches:} or {@code tags:}, whose patterns take away with {@code !}. */
    public static NameFilter of(List<String> patterns) {
        return new NameFilter(patterns.stream().map(Rule::of).toList(), List.of());
    }

    /** The names of {@code branches-ignore:} or {@code tags-ignore:}: all but these. */
    public static NameFilter ignoring(List<String> patterns) {
        List<Rule> rules = new ArrayList<>(all().rules());
        for (String pattern : patterns) {
            if (pattern.startsWith("!")) {
                throw new IllegalArgumentException("pattern \"" + pattern
                        + "\" takes away from a list that already takes away: write it under branches or tags");
            }
            rules.add(new Rule(false, new GitHubGlob(pattern)));
        }
        return new NameFilter(rules, List.of());
    }

    /** Whether git allows a name, the last rule that matches adds it, and all of {@code also} match. */
    public boolean matches(String name) {
        return texts().matches(name);
    }

    /** The names that pass. */
    public TextSet texts() {
        TextSet names = TextSet.anyOf();
        for (Rule rule : rules) {
            TextSet glob = rule.glob().texts();
            names = rule.adds() ? names.or(glob) : names.without(glob);
        }
        for (GitHubGlob glob : also) {
            names = names.and(glob.texts());
        }
        return names.and(GitNames.REF);
    }

    /** The names that the filter spells out and lets pass, once each. */
    public List<String> names() {
        return rules.stream()
                .filter(Rule::adds)
                .flatMap(rule -> rule.glob().name().stream())
                .filter(this::matches)
                .distinct()
                .toList();
    }

    /** The same without the names that match. */
    public NameFilter without(GitHubGlob glob) {
        List<Rule> others = rules.stream()
                .filter(rule -> !(rule.adds() && rule.glob().equals(glob)))
                .toList();
        boolean enough = glob.name().isPresent()
                && !new NameFilter(others, also).matches(glob.name().get());
        return new NameFilter(enough ? others : added(rules, new Rule(false, glob)), also);
    }

    /** The same with only the names that match. */
    public NameFilter with(GitHubGlob glob) {
        return new NameFilter(rules, added(also, glob));
    }

    private static <T> List<T> added(List<T> list, T item) {
        return Stream.concat(list.stream(), Stream.of(item)).toList();
    }

    /** Whether it is plain that nothing passes. False means that something may. */
    public boolean isPlainlyEmpty() {
        return IntStream.range(0, rules.size())
                .filter(at -> rules.get(at).adds())
                .allMatch(at -> addsNothing(rules.get(at), rules.subList(at + 1, rules.size())));
    }

    /** Every name that the rule adds starts with the longest of the prefixes, if they agree. */
    private boolean addsNothing(Rule rule, List<Rule> later) {
        if (rule.glob().name().isPresent()) {
            return !matches(rule.glob().name().get());
        }
        List<String> prefixes = Stream.concat(Stream.of(rule.glob()), also.stream())
                .map(GitHubGlob::literalPrefix)
                .sorted(Comparator.comparingInt(String::length))
                .toList();
        String longest = prefixes.get(prefixes.size() - 1);
        return !prefixes.stream().allMatch(longest::startsWith)
                || later.stream()
                        .anyMatch(other -> !other.adds() && other.glob().coversPrefix(longest));
    }

    /** Whether all names match (true) or none does (false), if that is plain. */
    public Optional<Boolean> decides(GitHubGlob glob) {
        if (also.contains(glob) || without(glob).isPlainlyEmpty()) {
            return Optional.of(true);
        }
        // A rule takes these away, and none behind it adds.
        int at = rules.lastIndexOf(new Rule(false, glob));
        boolean last = at >= 0 && rules.subList(at, rules.size()).stream().noneMatch(Rule::adds);
        return last || with(glob).isPlainlyEmpty() ? Optional.of(false) : Optional.empty();
    }

    /** The rules as the workflow has them: {@code release/** !release/old}. */
    @Override
    public String toString() {
        String names = rules.stream().map(Rule::toString).collect(joining(" "));
        return Stream.concat(Stream.of(names), also.stream().map(GitHubGlob::toString))
                .collect(joining(" & "));
    }
}
