package io.github.cdkoidc.trust;

import io.github.cdkoidc.claims.GitHubClaims;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds out who gets in by asking the evaluator about runs that the policy's own values suggest. What it finds gets in for sure;
 * that it finds nothing proves nothing.
 */
final class ProbedAdmission implements Admitted {

    private static final long STRANGER = 666_666;
    private static final List<String> STRANGERS = List.of("mallory", "stranger");
    private static final Set<String> CHOSEN_KEYS =
            Set.of("environment", "workflow", "ref", "head_ref", "base_ref", "pull_request", "actor", "event_name");
    private static final Set<String> NAMING_KEYS =
            Set.of("repo", "repository", "repository_id", "repository_owner", "repository_owner_id", "enterprise_id");

    private final TrustPolicy policy;
    private final Probes probes;
    private final Map<String, Named> named = new LinkedHashMap<>();
    private final Set<String> owners;

    /** A repository that the policy writes out. */
    private record Named(String owner, long ownerId, String repository, long repositoryId) {}

    ProbedAdmission(TrustPolicy policy, Probes probes) {
        this.policy = policy;
        this.probes = probes;
        long ownerId = probes.id("repository_owner_id", Probes.ID);
        long repositoryId = probes.id("repository_id", 456_789);
        probes.subjects().stream().filter(SubjectPattern::isNamed).forEach(subject -> {
            boolean numbered = (subject.ownerId() + subject.repositoryId()).matches("[0-9]{2,18}");
            named.merge(
                    fold(subject.owner() + "/" + subject.repository()),
                    new Named(
                            subject.owner(),
                            numbered ? Long.parseLong(subject.ownerId()) : ownerId,
                            subject.repository(),
                            numbered ? Long.parseLong(subject.repositoryId()) : repositoryId),
                    (first, next) -> numbered ? next : first);
        });
        probes.of("repository").stream()
                .filter(name -> name.matches("[^/]+/[^/]+") && !Wildcards.areIn(name))
                .map(name -> name.split("/", 2))
                .forEach(name -> named.putIfAbsent(
                        fold(name[0] + "/" + name[1]), new Named(name[0], ownerId, name[1], repositoryId)));
        this.owners = Stream.concat(
                        probes.subjects().stream().map(SubjectPattern::owner).filter(owner -> !Wildcards.areIn(owner)),
                        named.values().stream().map(Named::owner))
                .map(ProbedAdmission::fold)
                .collect(Collectors.toSet());
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private Optional<GitHubClaims> first(Stream<Probe> runs) {
        return runs.flatMap(probe -> probe.claims().stream())
                .filter(claims -> policy.decide(claims).isAllowed())
                .findFirst();
    }

    private Optional<GitHubClaims> ofStranger(String owner, String repository) {
        return first(probes.runs(owner, STRANGER, repository, STRANGER));
    }

    private Stream<String> repositoryNames() {
        return Stream.concat(
                        probes.subjects().stream()
                                .map(SubjectPattern::repository)
                                .flatMap(name -> Probes.fills(name).stream()),
                        Stream.of("any-repo"))
                .distinct();
    }

    @Override
    public Optional<GitHubClaims> anyOwner() {
        Optional<GitHubClaims> one = ofOwner(STRANGERS.get(0));
        return one.isPresent() && ofOwner(STRANGERS.get(1)).isPresent() ? one : Optional.empty();
    }

    private Optional<GitHubClaims> ofOwner(String owner) {
        return repositoryNames()
                .flatMap(repository -> ofStranger(owner, repository).stream())
                .findFirst();
    }

    @Override
    public Optional<GitHubClaims> otherOwner() {
        return Stream.concat(
                        STRANGERS.stream(),
                        probes.subjects().stream()
                                .map(SubjectPattern::owner)
                                .filter(Wildcards::areIn)
                                .flatMap(owner -> Probes.fills(owner).stream()))
                .filter(owner -> !owners.contains(fold(owner)))
                .distinct()
                .flatMap(owner -> ofOwner(owner).stream())
                .findFirst();
    }

    @Override
    public Optional<GitHubClaims> anyRepository() {
        Optional<GitHubClaims> one = ofKnownOwner(Stream.of("any-repo"));
        return one.isPresent() && ofKnownOwner(Stream.of("stranger")).isPresent() ? one : Optional.empty();
    }

    @Override
    public Optional<GitHubClaims> otherRepository() {
        return ofKnownOwner(repositoryNames());
    }

    private Optional<GitHubClaims> ofKnownOwner(Stream<String> repositories) {
        long ownerId = probes.id("repository_owner_id", Probes.ID);
        List<String> names = repositories.toList();
        Set<String> known = owners.isEmpty() ? Set.of("octo-org") : owners;
        return known.stream()
                .flatMap(owner -> spelled(owner))
                .flatMap(owner -> names.stream()
                        .filter(name -> !named.containsKey(fold(owner + "/" + name)))
                        .flatMap(name -> first(probes.runs(owner, ownerId, name, STRANGER)).stream()))
                .findFirst();
    }

    /** An owner in the case that the policy writes. */
    private Stream<String> spelled(String folded) {
        return Stream.concat(
                        Stream.concat(
                                probes.subjects().stream().map(SubjectPattern::owner),
                                named.values().stream().map(Named::owner)),
                        Stream.of(folded))
                .filter(owner -> fold(owner).equals(folded))
                .limit(1);
    }

    @Override
    public Optional<GitHubClaims> chosenSubject() {
        return probes.of("sub").stream()
                .filter(value -> CHOSEN_KEYS.contains(value.split(":", 2)[0]))
                .filter(value -> Stream.of(value.split(":")).noneMatch(NAMING_KEYS::contains))
                .flatMap(value -> Probes.fills(value).stream())
                .flatMap(sub -> first(probes.runs(STRANGERS.get(0), STRANGER, "any-repo", STRANGER)
                                .map(probe -> probe.with("sub", sub)))
                        .stream())
                .findFirst();
    }

    @Override
    public List<Runs> repositories() {
        return named.values().stream().map(this::runs).toList();
    }

    private Runs runs(Named of) {
        List<Probe> admitted = probes.runs(of.owner, of.ownerId, of.repository, of.repositoryId)
                .filter(probe -> probe.claims()
                        .filter(claims -> policy.decide(claims).isAllowed())
                        .isPresent())
                .toList();
        return new Runs(
                of.owner + "/" + of.repository,
                one(admitted, probe -> probe.isOfBranch() && !isWritten(probe)),
                one(admitted, probe -> probe.isOfTag() && !isWritten(probe)),
                one(admitted, probe -> probe.isOfEnvironment() && !isWritten(probe)),
                one(admitted, Probe::isOfPullRequest),
                one(admitted, probe -> probe.isOfBranch() && isWritten(probe)),
                one(admitted, Probe::isOfEnvironment),
                first(probes.runs(of.owner, STRANGER, of.repository, STRANGER)),
                one(admitted, Probe::classic),
                one(admitted, probe -> !probe.classic()));
    }

    /** Whether the policy writes out what the run is of. */
    private boolean isWritten(Probe probe) {
        return probes.isWritten(probe.context());
    }

    private static Optional<GitHubClaims> one(List<Probe> admitted, Predicate<Probe> wanted) {
        return admitted.stream().filter(wanted).findFirst().flatMap(Probe::claims);
    }

    @Override
    public Optional<GitHubClaims> otherAudience() {
        return first(anybody()
                .flatMap(probe -> Stream.of("https://github.com/" + probe.owner(), "somebody-else.example.com")
                        .map(aud -> probe.with("aud", aud))));
    }

    @Override
    public Optional<GitHubClaims> otherWorkflowVersion() {
        return first(anybody()
                .flatMap(probe -> probes.of("job_workflow_ref").stream()
                        .filter(file -> file.contains("@"))
                        .map(file -> file.substring(0, file.indexOf('@')))
                        .flatMap(file -> Probes.fills(file).stream())
                        .map(file -> probe.with("job_workflow_ref", file + "@refs/heads/any-branch"))));
    }

    /** Runs of everybody whom the policy writes out, or of a stranger. */
    private Stream<Probe> anybody() {
        return named.isEmpty()
                ? probes.runs(STRANGERS.get(0), STRANGER, "any-repo", STRANGER)
                : named.values().stream()
                        .flatMap(of -> probes.runs(of.owner, of.ownerId, of.repository, of.repositoryId));
    }
}
