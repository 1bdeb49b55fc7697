package io.github.cdkoidc.trust.exposure;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.GitHubRepository;
import io.github.cdkoidc.internal.automata.Dfa;
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
import org.jspecify.annotations.Nullable;

/**
 * Who gets in: of all the tokens that GitHub can mint, those that a policy admits. All keys of a statement count, all statements, and
 * Deny. What is listed is proved to be all; what is unbounded has a token that the policy allows.
 *
 * <p>A list holds names that the policy writes out. If another name gets in, because a wildcard stands for it or because nothing asks
 * for it, the answer is unbounded: it is the name of somebody whom nobody has named.
 *
 * <p>Where a policy tests what no token tells, or only the deployment knows a value, lists are of those who get in at most, and what
 * could be unbounded is unknown. A policy whose wildcards combine in too many ways is not computed at all. {@link #because} says so.
 */
public final class Exposure {

    private final @Nullable ExposureQuery inquiry;
    private final Dfa tokens;
    private final List<Admission> admissions;
    private final List<String> because;

    Exposure(@Nullable ExposureQuery inquiry, Dfa tokens, List<Admission> admissions, List<String> because) {
        this.inquiry = inquiry;
        this.tokens = tokens;
        this.admissions = List.copyOf(admissions);
        this.because = List.copyOf(because);
    }

    static Exposure notComputed(String why) {
        return new Exposure(null, Dfa.NOTHING, List.of(), List.of(why));
    }

    /**
     * Who gets in, of the tokens whose {@code sub} is GitHub's default.
     *
     * @param policy the policy
     * @return who gets in
     */
    public static Exposure of(PolicyEvaluator policy) {
        return of(MintableTokens.BY_DEFAULT, policy);
    }

    /**
     * Who gets in, of the tokens whose {@code sub} is written by a template. Anybody can choose one for a repository, and so present
     * an environment, a workflow or a ref alone. The keys of a template are taken to be independent of the token's other claims, so
     * what is listed may be more than get in.
     *
     * @param policy the policy
     * @return who gets in
     */
    public static Exposure ofCustomisedSubjects(PolicyEvaluator policy) {
        return of(MintableTokens.BY_TEMPLATE, policy);
    }

    private static Exposure of(MintableTokens mintable, PolicyEvaluator policy) {
        return ExposureQuery.answer(() -> {
            ExposureQuery inquiry = new ExposureQuery(mintable, policy);
            return inquiry.exposure(inquiry.admittedBy(policy));
        });
    }

    /**
     * Who else gets in.
     *
     * @param repositories whose tokens are left out: those of their names, and of their numbers if they are known
     * @return who gets in of all others
     */
    public Exposure except(Collection<GitHubRepository> repositories) {
        ExposureQuery asked = inquiry;
        return asked == null ? this : ExposureQuery.answer(() -> asked.exposure(asked.except(tokens, repositories)));
    }

    /**
     * Whether this is computed at all.
     *
     * @return false if the policy's wildcards combine in too many ways
     */
    public boolean isComputed() {
        return inquiry != null;
    }

    /**
     * What is not known.
     *
     * @return what the answers depend on; nothing if all are exact
     */
    public List<String> because() {
        return because;
    }

    /**
     * Whether it is proved that nobody gets in.
     *
     * @return true if no token that GitHub can mint does
     */
    public boolean isNone() {
        return isComputed() && admissions.isEmpty();
    }

    /**
     * Who gets in, by repository.
     *
     * @return the runs of one repository, of any of one owner's, or of any at all; none if this is not computed
     */
    public List<Admission> admissions() {
        return admissions;
    }

    /**
     * A token that gets in.
     *
     * @return one that the policy allows, if there is one for sure
     */
    public Optional<GitHubClaims> example() {
        return admissions.stream()
                .flatMap(admission -> admission.example().stream())
                .findFirst();
    }

    /**
     * Whose runs get in.
     *
     * @return the owners; one of whom only a number of a repository is known stands as {@code *}
     */
    public Extent owners() {
        return extent(admission -> true, Admission::hasOneOwner, Admission::owner);
    }

    /**
     * The repositories whose runs get in, of one owner.
     *
     * @param owner the owner, as {@link #owners} has it
     * @return the repositories, without their owner
     */
    public Extent repositories(String owner) {
        return extent(
                admission -> admission.owner().equalsIgnoreCase(owner),
                Admission::hasOneRepository,
                Admission::repository);
    }

    private Extent extent(Predicate<Admission> wanted, Predicate<Admission> one, Function<Admission, String> name) {
        if (!isComputed()) {
            return new Extent.Unknown(because);
        }
        List<Admission> asked = admissions.stream().filter(wanted).toList();
        List<Admission> open = asked.stream().filter(one.negate()).toList();
        Optional<GitHubClaims> witness =
                open.stream().flatMap(admission -> admission.example().stream()).findFirst();
        if (!open.isEmpty()) {
            return witness.<Extent>map(Extent.Unbounded::new).orElseGet(() -> new Extent.Unknown(because));
        }
        Map<String, Optional<GitHubClaims>> names = new LinkedHashMap<>();
        asked.forEach(admission ->
                names.merge(name.apply(admission), admission.example(), (first, next) -> first.or(() -> next)));
        return new Extent.These(names);
    }

    /**
     * The audiences of the tokens that get in.
     *
     * @return the audiences
     */
    public Extent audiences() {
        return extent(TokenField.AUDIENCE, NameKind.AUDIENCE);
    }

    /**
     * The workflow files whose jobs get in, at their refs.
     *
     * @return the values of {@code job_workflow_ref}
     */
    public Extent workflowFiles() {
        return extent(TokenField.JOB_WORKFLOW_REF, NameKind.FILE);
    }

    private Extent extent(TokenField field, NameKind kind) {
        return inquiry == null ? new Extent.Unknown(because) : inquiry.extent(tokens, field, kind);
    }

    /** The owners, then a line for each repository, then what is not known. */
    @Override
    public String toString() {
        if (!isComputed()) {
            return "cannot be computed, because " + String.join("; and ", because);
        }
        Stream<String> lines = Stream.concat(
                Stream.of("owners: " + owners()), admissions.stream().map(Admission::toString));
        String text = String.join("\n", lines.toList());
        return because.isEmpty() ? text : text + "\nat most, because " + String.join("; and ", because);
    }
}
