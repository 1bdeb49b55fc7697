package io.github.cdkoidc.trust;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.TokenSet;
import io.github.cdkoidc.internal.evaluate.PolicyEvaluator;
import io.github.cdkoidc.policy.MalformedPolicyException;
import io.github.cdkoidc.policy.PolicyDocument;
import io.github.cdkoidc.policy.RoleTemplate;
import io.github.cdkoidc.trust.coverage.RunCoverage;
import io.github.cdkoidc.trust.decision.Decision;
import io.github.cdkoidc.trust.exposure.AdmittedPrincipal;
import io.github.cdkoidc.trust.exposure.Exposure;
import io.github.cdkoidc.trust.exposure.TrustChange;
import io.github.cdkoidc.trust.rules.Finding;
import io.github.cdkoidc.trust.rules.TrustRule;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The trust policy of a role: the document of its {@code AssumeRolePolicyDocument}, and what it admits and denies. Two are equal if they
 * say the same in the same order, whatever is known of the providers that they name
 * and of the role.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html">IAM: policy elements</a>
 */
public final class TrustPolicy {

    private final PolicyDocument document;
    private volatile @Nullable PolicyEvaluator evaluator;

    private TrustPolicy(PolicyDocument document) {
        this.document = document;
    }

    /**
     * {@return a policy of a document}
     *
     * @param document the document
     */
    public static TrustPolicy of(PolicyDocument document) {
        return new TrustPolicy(document);
    }

    /**
     * Reads a policy document.
     *
     * @param json the document: one statement or a list of them, and one value or a list wherever IAM takes both
     * @return the policy
     * @throws MalformedPolicyException if it is not a trust policy, with the place and what to write there
     */
    public static TrustPolicy parse(String json) {
        return of(PolicyDocument.parse(json));
    }

    /**
     * Reads the trust policies of all roles of a CloudFormation template, whoever wrote them.
     *
     * @param json the template, as JSON
     * @return the policies by logical id, in the order of the template
     * @throws MalformedPolicyException if it is not a template, or one of its roles holds no trust policy
     */
    public static Map<String, TrustPolicy> inTemplate(String json) {
        RoleTemplate template = RoleTemplate.parse(json);
        Map<String, TrustPolicy> policies = new LinkedHashMap<>();
        template.roles().forEach(role -> policies.put(role, of(template.trustPolicy(role))));
        return Collections.unmodifiableMap(policies);
    }

    /** {@return the document as it is written} */
    public PolicyDocument document() {
        return document;
    }

    /**
     * {@return whether this policy admits a run, and why}
     *
     * @param claims the claims of the run's token; an issuer that they do not name is github.com
     */
    public Decision decide(GitHubClaims claims) {
        return Decision.of(document, evaluator().evaluate(claims));
    }

    /**
     * {@return whether this policy admits a run that is known only in part, with tokens that prove it}
     *
     * @param claims the tokens that the run can present
     */
    public RunCoverage decide(TokenSet claims) {
        return RunCoverage.of(evaluator(), claims);
    }

    /**
     * {@return the repositories and contexts that this policy admits, by tokens whose {@code sub} is GitHub's default}
     */
    public Exposure exposure() {
        return Exposure.of(evaluator());
    }

    /**
     * {@return the repositories and contexts that this policy admits, by tokens whose {@code sub} is customised} An administrator of any
     * repository can choose a template, and so present an environment, a workflow or a ref alone. The keys of a template are taken to
     * be independent of the token's other claims, so more may be listed than is admitted.
     */
    public Exposure exposureOfCustomisedSubjects() {
        return Exposure.ofCustomisedSubjects(evaluator());
    }

    /**
     * {@return the principals of this policy that are not providers of GitHub, such as an account of AWS, in their order, those that
     * cannot assume the role too}
     */
    public List<AdmittedPrincipal> otherPrincipals() {
        return AdmittedPrincipal.in(evaluator());
    }

    /**
     * {@return what this policy admits and another does not, and the reverse, each with a token that proves it}
     *
     * @param before the other
     */
    public TrustChange comparedTo(TrustPolicy before) {
        return TrustChange.between(before.evaluator(), evaluator());
    }

    private PolicyEvaluator evaluator() {
        PolicyEvaluator ready = evaluator;
        if (ready == null) {
            ready = new PolicyEvaluator(document);
            evaluator = ready;
        }
        return ready;
    }

    /**
     * What is wrong with this policy, by the rules of {@link TrustRule}. Each finding about who can assume the role, or who cannot, has
     * a token that shows it, and {@link #decide(GitHubClaims)} answers to that token as the finding says.
     *
     * @return the findings, the worst first; none if no rule finds anything
     * @throws IllegalStateException if the evaluator does not confirm such a token, which is an error of this library
     */
    public List<Finding> lint() {
        return Finding.in(evaluator());
    }

    /**
     * {@return whether a statement is about runs of GitHub, or was surely meant to be: of any other policy, {@link #lint} says nothing}
     */
    public boolean isAboutGitHub() {
        return Finding.concern(evaluator());
    }

    /**
     * What is wrong with a policy document, also with one that cannot be read.
     *
     * @param json the document
     * @return the findings, the worst first; none if no rule finds anything
     * @throws IllegalStateException if the evaluator does not confirm the token of a finding, which is an error of this library
     */
    public static List<Finding> lint(String json) {
        try {
            return parse(json).lint();
        } catch (MalformedPolicyException e) {
            return List.of(Finding.of(e));
        }
    }

    /** {@return the document, as JSON on one line and without blanks} */
    public String toJson() {
        return document.toJson();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TrustPolicy policy && policy.document.equals(document);
    }

    @Override
    public int hashCode() {
        return document.hashCode();
    }

    /** The document. */
    @Override
    public String toString() {
        return toJson();
    }
}
