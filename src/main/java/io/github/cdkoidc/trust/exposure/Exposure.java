package io.github.cdkoidc.trust.exposure;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.GitHubRepository;
import io.github.cdkoidc.internal.automata.AutomatonBudget;
import io.github.cdkoidc.internal.automata.Dfa;
import io.github.cdkoidc.internal.evaluate.Assumption;
import io.github.cdkoidc.internal.evaluate.PolicyEvaluator;
import io.github.cdkoidc.internal.tokens.MintableTokens;
import io.github.cdkoidc.internal.tokens.TokenField;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which tokens a policy admits, of all tokens that GitHub can mint. All statements, all their keys and Deny are taken into account. A
 * list is proved to be complete. An unbounded answer has a token that the policy allows.
 *
 * <p>A list holds names that the policy writes out. If another name is admitted, because a wildcard matches it or because no condition
 * tests it, the answer is unbounded: owners or repositories outside the policy can assume the role.
 *
 * <p>Where a policy tests what is not in a token, or a value is known only at deployment, a list has what is admitted at most, and what
 * could be unbounded is unknown. A policy whose wildcards combine in too many ways is not computed, and then the
 * only admissions are those that tokens made from its patterns show. {@link #because} says so.
 */
public final class Exposure {

    private final List<Part> parts;
    private final boolean computed;
    private final List<Admission> admissions;
    private final List<String> because;

    /** Some of the tokens. Each is admitted that is in one part. */
    private record Part(ExposureQuery query, Dfa tokens) {}

    private Exposure(List<Part> parts, boolean computed, List<Admission> admissions, List<String> because) {
        this.parts = List.copyOf(parts);
        this.computed = computed;
        this.admissions = List.copyOf(admissions);
        this.because = List.copyOf(because);
    }

    Exposure(ExposureQuery query, Dfa tokens, List<Admission> admissions, List<String> because) {
        this(List.of(new Part(query, tokens)), true, admissions, because);
    }

    /** The question is too large, and all that is known is a token that is admitted, if there is one. */
    static Exposure notComputed(String why, Optional<Admission> known) {
        return new Exposure(List.of(), false, known.stream().toList(), List.of(why));
    }

    /** What is admitted by one of some exposures. */
    static Exposure anyOf(List<Exposure> some) {
        return new Exposure(
                some.stream().flatMap(one -> one.parts.stream()).toList(),
                some.stream().allMatch(Exposure::isComputed),
                some.stream().flatMap(one -> one.admissions.stream()).toList(),
                some.stream().flatMap(one -> one.because.stream()).distinct().toList());
    }

    /**
     * The admitted tokens whose {@code sub} is GitHub's default.
     *
     * @param policy the policy
     * @return which tokens are admitted
     */
    public static Exposure of(PolicyEvaluator policy) {
        return of(policy, new AutomatonBudget(AutomatonBudget.OF_POLICY));
    }

    /**
     * The admitted tokens whose {@code sub} is written by a template. Every repository can choose a template, and so present an
     * environment, a workflow or a ref alone. The keys of a template are treated as independent of the token's other claims, so more
     * may be listed than is admitted.
     *
     * @param policy the policy
     * @return which tokens are admitted
     */
    public static Exposure ofCustomisedSubjects(PolicyEvaluator policy) {
        return ofCustomisedSubjects(policy, new AutomatonBudget(AutomatonBudget.OF_POLICY));
    }

    /**
     * The same of default subjects, within a budget for all questions about a policy.
     *
     * @param policy the policy
     * @param budget what the answer may cost
     * @return which tokens are admitted
     */
    public static Exposure of(PolicyEvaluator policy, AutomatonBudget budget) {
        return ExposureQuery.of(MintableTokens.BY_DEFAULT, policy.assuming(Assumption.AT_WORST), budget);
    }

    /**
     * The same of customised subjects, within a budget for all questions about a policy.
     *
     * @param policy the policy
     * @param budget what the answer may cost
     * @return which tokens are admitted
     */
    public static Exposure ofCustomisedSubjects(PolicyEvaluator policy, AutomatonBudget budget) {
        return ExposureQuery.of(MintableTokens.BY_TEMPLATE, policy.assuming(Assumption.AT_WORST), budget);
    }

    /**
     * The other admitted tokens, without those of some repositories.
     *
     * @param repositories whose tokens are left out: those of their names, and of their numbers if they are known
     * @return which tokens of all other repositories are admitted
     */
    public Exposure except(Collection<GitHubRepository> repositories) {
        if (!computed) {
            return this;
        }
        return anyOf(parts.stream()
                .map(part -> part.query().except(part.tokens(), repositories))
                .toList());
    }

    /**
     * Whether this is computed at all.
     *
     * @return false if the policy's wildcards combine in too many ways
     */
    public boolean isComputed() {
        return computed;
    }

    /**
     * Why the answers are not exact.
     *
     * @return what the answers depend on; empty if all are exact
     */
    public List<String> because() {
        return because;
    }

    /**
     * Whether it is proved that no token is admitted.
     *
     * @return true if no token that GitHub can mint is admitted
     */
    public boolean isNone() {
        return isComputed() && admissions.isEmpty();
    }

    /**
     * The admitted runs, by repository.
     *
     * @return the runs of one repository, of any repository of one owner, or of any repository; empty if this is not computed
     */
    public List<Admission> admissions() {
        return admissions;
    }

    /**
     * A token that is admitted.
     *
     * @return a token that the policy surely allows, if there is one
     */
    public Optional<GitHubClaims> example() {
        return exampleOf(admissions);
    }

    private static Optional<GitHubClaims> exampleOf(List<Admission> admissions) {
        return admissions.stream()
                .flatMap(admission -> admission.example().stream())
                .findFirst();
    }

    /**
     * The owners whose runs are admitted.
     *
     * @return the owners; {@code *} for an owner of whom only the number of a repository is known
     */
    public Extent owners() {
        return extent(admission -> true, Admission::hasOneOwner, Admission::owner);
    }

    /**
     * The repositories of one owner whose runs are admitted.
     *
     * @param owner the owner, as in {@link #owners}
     * @return the repositories, without their owner
     */
    public Extent repositories(String owner) {
        return extent(
                admission -> admission.owner().equalsIgnoreCase(owner),
                Admission::hasOneRepository,
                Admission::repository);
    }

    private Extent extent(Predicate<Admission> wanted, Predicate<Admission> one, Function<Admission, String> name) {
        List<Admission> asked = admissions.stream().filter(wanted).toList();
        List<Admission> open = asked.stream().filter(one.negate()).toList();
        if (!open.isEmpty()) {
            return exampleOf(open).<Extent>map(Extent.Unbounded::new).orElseGet(() -> new Extent.Unknown(because));
        }
        if (!computed) {
            return new Extent.Unknown(because);
        }
        Map<String, Optional<GitHubClaims>> names = new LinkedHashMap<>();
        asked.forEach(admission ->
                names.merge(name.apply(admission), admission.example(), (first, next) -> first.or(() -> next)));
        return new Extent.These(names);
    }

    /**
     * The audiences of the admitted tokens.
     *
     * @return the audiences
     */
    public Extent audiences() {
        return extent(TokenField.AUDIENCE, NameKind.AUDIENCE);
    }

    /**
     * The workflow files, at their refs, whose jobs are admitted.
     *
     * @return the values of {@code job_workflow_ref}
     */
    public Extent workflowFiles() {
        return extent(TokenField.JOB_WORKFLOW_REF, NameKind.FILE);
    }

    private Extent extent(TokenField field, NameKind kind) {
        Extent all = computed ? new Extent.These(Map.of()) : new Extent.Unknown(because);
        for (Part part : parts) {
            all = either(all, part.query().extent(part.tokens(), field, kind));
        }
        return all;
    }

    private static Extent either(Extent one, Extent other) {
        if (one instanceof Extent.These some && other instanceof Extent.These more) {
            Map<String, Optional<GitHubClaims>> both = new LinkedHashMap<>(some.examples());
            more.examples().forEach((name, token) -> both.merge(name, token, (first, next) -> first.or(() -> next)));
            return new Extent.These(both);
        }
        return one instanceof Extent.Unbounded || other instanceof Extent.These ? one : other;
    }

    /** The owners, then a line for each repository, then what is not known. */
    @Override
    public String toString() {
        if (!computed && admissions.isEmpty()) {
            return "cannot be computed, because " + String.join("; and ", because);
        }
        Stream<String> lines = Stream.concat(
                Stream.of("owners: " + owners()), admissions.stream().map(Admission::toString));
        String text = String.join("\n", lines.toList());
        return because.isEmpty() ? text : text + "\nat most, because " + String.join("; and ", because);
    }
}
