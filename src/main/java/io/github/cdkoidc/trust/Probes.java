package io.github.cdkoidc.trust;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.GitHubIssuer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Runs that a statement's own values suggest: those that they name, where a wildcard is filled in several ways, and what is beside
 * them. They are only suggestions; the evaluator says what becomes of each.
 */
final class Probes {

    /** What takes the place of a wildcard. */
    static final List<String> FILLERS = List.of("-evil", "evil", "", "1");

    static final long ID = 123_456;
    private static final List<String> CONTEXTS = List.of(
            "ref:refs/heads/main",
            "ref:refs/heads/any-branch",
            "ref:refs/tags/any-tag",
            "pull_request",
            "environment:any-environment");
    private static final Set<String> CHOSEN =
            Set.of("actor", "actor_id", "workflow", "job_workflow_ref", "enterprise_id", "aud");

    private final GitHubIssuer issuer;
    private final List<SubjectPattern> subjects = new ArrayList<>();
    private final Map<String, List<String>> values = new TreeMap<>();
    private final Set<String> contexts = new LinkedHashSet<>();

    Probes(StatementJudge judge, GitHubIssuer issuer) {
        this.issuer = issuer;
        for (ConditionJudge test : judge.conditions()) {
            if (!test.condition().operator().comparison().isNegated()) {
                List<String> read = values.computeIfAbsent(test.key().claim(), claim -> new ArrayList<>());
                texts(test).forEach(read::add);
            }
        }
        of("sub").stream().map(SubjectPattern::of).forEach(subjects::add);
        readContexts();
    }

    private void readContexts() {
        Stream.concat(
                        subjects.stream().map(SubjectPattern::context),
                        Stream.concat(
                                of("ref").stream().map(ref -> "ref:" + ref),
                                of("environment").stream().map(name -> "environment:" + name)))
                .flatMap(context -> fills(context).stream())
                .map(context -> context.startsWith("environment:") ? context.replace("%3A", ":") : context)
                .forEach(contexts::add);
        contexts.addAll(CONTEXTS);
    }

    /** The values of a condition that are known, with the characters of {@link Wildcards}. */
    static Stream<String> texts(ConditionJudge test) {
        return test.condition().values().stream().flatMap(value -> Wildcards.read(value, test.language()).stream());
    }

    /** Texts that a pattern stands for. */
    static List<String> fills(String pattern) {
        return Wildcards.areIn(pattern)
                ? FILLERS.stream()
                        .map(filler -> Wildcards.filled(pattern, filler))
                        .distinct()
                        .toList()
                : List.of(pattern);
    }

    /** The values that a claim is compared with. */
    List<String> of(String claim) {
        return values.getOrDefault(claim, List.of());
    }

    List<SubjectPattern> subjects() {
        return subjects;
    }

    /** Contexts that a run can be in. */
    Set<String> contexts() {
        return contexts;
    }

    GitHubIssuer issuer() {
        return issuer;
    }

    /** A number that a claim is compared with, or else the one that stands for it. */
    long id(String claim, long otherwise) {
        return of(claim).stream()
                .filter(value -> value.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .filter(value -> value > 0)
                .findFirst()
                .orElse(otherwise);
    }

    /** What the runs of one repository present for claims that any repository can present: each value in turn. */
    List<Map<String, String>> choices() {
        int most = CHOSEN.stream().mapToInt(claim -> of(claim).size()).max().orElse(0);
        Set<Map<String, String>> choices = new LinkedHashSet<>();
        for (String filler : List.of("x", "")) {
            for (int i = 0; i < Math.max(1, most); i++) {
                Map<String, String> choice = new LinkedHashMap<>();
                for (String claim : CHOSEN) {
                    List<String> listed = of(claim);
                    if (!listed.isEmpty()) {
                        choice.put(claim, Wildcards.filled(listed.get(Math.min(i, listed.size() - 1)), filler));
                    }
                }
                choice.putIfAbsent("aud", GitHubClaims.DEFAULT_AUDIENCE);
                choices.add(choice);
            }
        }
        return List.copyOf(choices);
    }

    /** Runs of one repository, in both spellings. */
    Stream<Probe> runs(String owner, long ownerId, String repository, long repositoryId) {
        List<String> refs =
                of("ref").stream().flatMap(ref -> fills(ref).stream()).toList();
        return choices().stream()
                .flatMap(choice -> contexts.stream()
                        .flatMap(context -> Stream.of(true, false)
                                .filter(classic -> classic || issuer.mintsImmutableSubjects())
                                .map(classic -> new Probe(
                                        issuer, owner, ownerId, repository, repositoryId, classic, context, choice))))
                .flatMap(probe -> probe.isOfEnvironment() && !refs.isEmpty()
                        ? refs.stream().map(ref -> probe.with("ref", ref))
                        : Stream.of(probe));
    }

    /** Whether some value writes a context out, and so names it. */
    boolean isWritten(String context) {
        return Stream.concat(
                        subjects.stream().map(SubjectPattern::context),
                        Stream.concat(
                                of("ref").stream().map(ref -> "ref:" + ref),
                                of("environment").stream().map(name -> "environment:" + name)))
                .anyMatch(value ->
                        value.equals(context) || value.replace("%3A", ":").equals(context));
    }
}
