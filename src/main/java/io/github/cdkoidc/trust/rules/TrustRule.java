package io.github.cdkoidc.trust.rules;

import static io.github.cdkoidc.trust.rules.RuleDefinition.error;
import static io.github.cdkoidc.trust.rules.RuleDefinition.info;
import static io.github.cdkoidc.trust.rules.RuleDefinition.warning;

import io.github.cdkoidc.policy.MalformedPolicyException;
import io.github.cdkoidc.trust.TrustPolicy;
import io.github.cdkoidc.trust.rules.RuleDefinition.RuleReference;

/**
 * The rules that trust policies are checked by: who can assume the role and should not, who cannot and should, what IAM refuses, and
 * what a policy cannot show. Each names the method that finds it, or links to what makes its findings.
 *
 * @see TrustPolicy#lint
 */
public enum TrustRule implements Rule {
    /** No claim says who presents the token. */
    ANY_REPOSITORY(
            "every repository on GitHub can assume the role, because neither sub nor job_workflow_ref is tested",
            "test sub with StringEquals for the runs that are meant, such as repo:OWNER/NAME:ref:refs/heads/main",
            error(RuleReference.ROLE, RuleFinder.ofAdmission(UnnamedOwner::anyRepository))),
    /** A wildcard stands for the owner. */
    ANY_OWNER(
            "every repository on GitHub can assume the role, because a wildcard stands for its owner",
            "write owner and repository out, up to the slash and the colon behind them: repo:OWNER/NAME:",
            error(RuleReference.ROLE, RuleFinder.ofAdmission(UnnamedOwner::anyOwner))),
    /** A wildcard ends a name, and other names begin with it too. */
    NAME_PREFIX(
            "a repository outside the policy can assume the role, because its name begins like one that is trusted",
            "write owner and repository out, up to the slash and the colon behind them: repo:OWNER/NAME:",
            error(RuleReference.ROLE, RuleFinder.ofAdmission(UnnamedRepository::namePrefix))),
    /** One of several values admits repositories outside the policy. */
    LOOSE_VALUE(
            "one of several values admits repositories outside the policy, and one value that matches is enough",
            "remove that value, or write owner and repository out in it",
            error(RuleReference.OPERATORS, RuleFinder.ofAdmission(UnnamedOwner::looseValue))),
    /** {@code ForAllValues:} holds for a missing key. */
    FOR_ALL_VALUES(
            "ForAllValues: holds where the claim is missing, so a run that does not present it can assume the role",
            "write the operator without ForAllValues:",
            error(RuleReference.QUANTIFIERS, RuleFinder.ofModifier(OperatorModifier::forAllValues))),
    /** {@code …IfExists} holds for a missing key. */
    IF_EXISTS(
            "IfExists holds where the claim is missing, so a run that does not present it can assume the role",
            "write the operator without IfExists",
            error(RuleReference.OPERATORS, RuleFinder.ofModifier(OperatorModifier::ifExists))),
    /** Only negated operators say who presents the token. */
    DENY_LIST(
            "only negated operators test who presents the token, so every repository that they do not name can assume the role",
            "name the repositories that are meant with StringEquals, and use negated operators only beside it",
            error(RuleReference.OPERATORS, RuleFinder.ofAdmission(UnnamedOwner::denyList))),
    /** A repository outside the policy can choose what {@code sub} starts with. */
    CHOSEN_SUBJECT(
            "sub names no repository, but a text that any repository can choose if it customises its subject",
            "put repo first in include_claim_keys on GitHub, and write repo:OWNER/NAME: first in sub",
            error(RuleReference.CUSTOM_SUBJECT, RuleFinder.ofAccess(UnnamedRepository::chosenSubject))),
    /** No claim that is tested names a tenant. */
    NO_TENANT(
            "only claims are tested that any repository can present, such as ref, workflow, environment or actor",
            "test sub, or repository_id, beside them",
            error(RuleReference.KEYS, RuleFinder.ofAdmission(UnnamedOwner::noTenant))),
    /** The repositories of a named owner are not named. */
    ANY_REPOSITORY_OF_OWNER(
            "every repository of the owner can assume the role, also those that are created later",
            "name the repositories, or test repository_id",
            error(RuleReference.ROLE, RuleFinder.ofAdmission(UnnamedRepository::anyRepositoryOfOwner))),
    /** A reusable workflow is named and its caller is not. */
    ANY_CALLER(
            "job_workflow_ref names the file that is called, and any repository can call it",
            "test sub, repository_id or repository_owner_id beside job_workflow_ref",
            error(RuleReference.TOKEN, RuleFinder.ofAdmission(ReusableWorkflow::anyCaller))),
    /** AWS has no key for a claim that is tested. */
    UNPOPULATED_KEY(
            "a key is tested that AWS never populates, so the test denies every run or tests nothing",
            "test a claim that AWS makes a key of: sub, repository_id, repository_owner_id, ref, environment, job_workflow_ref, …",
            error(RuleReference.KEYS, RuleFinder.ofStatement(UnpopulatedKeys::of))),
    /** A wildcard under an operator that has none. */
    LITERAL_WILDCARD(
            "* and ? stand for themselves under StringEquals, so the value never matches",
            "write the values with wildcards under StringLike, in a statement of their own",
            error(RuleReference.OPERATORS, RuleFinder.ofStatement(MiswrittenValues::literalWildcard))),
    /** {@code refs/heads/main} where {@code sub} has {@code ref:refs/heads/main}. */
    MISSING_REF(
            "GitHub writes ref: before the full name of a ref in sub, so the value never matches",
            "write ref: before refs/",
            error(RuleReference.TOKEN, RuleFinder.ofStatement(MiswrittenValues::missingRef))),
    /** A text that no token presents for its claim. */
    MISTYPED_VALUE(
            "GitHub never writes the claim as the value has it, so the value never matches",
            "write the value as GitHub writes the claim, such as repo:OWNER/NAME:ref:refs/heads/main for sub",
            error(RuleReference.TOKEN, RuleFinder.ofStatement(MiswrittenValues::neverPresented))),
    /** A key that begins with another name than the provider's. */
    MISTYPED_KEY(
            "a key is not one of the provider's tokens, because it begins with another name, so the test denies every run",
            "begin the key with the provider's URL without https://, path included",
            error(RuleReference.KEYS, RuleFinder.ofStatement(NearMisses::keys))),
    /** Nearly a statement for GitHub's runs. */
    NEAR_MISS(
            "principal and action are nearly those of GitHub's tokens, so no run can ever assume the role",
            "write the ARN of GitHub's provider as Federated principal, and sts:AssumeRoleWithWebIdentity as Action",
            error(RuleReference.ROLE, RuleFinder.ofPolicy(NearMisses::lockOuts))),
    /** No run meets any statement. */
    NOBODY(
            "no run can ever assume the role, because no run meets all conditions, or because all that do are denied",
            "remove what denies every run, or write it for the runs that the rest describes",
            error(RuleReference.OPERATORS, RuleFinder.ofPolicy(DeadStatements::all))),
    /** A key stands twice in one object. Made by {@link Finding#of(MalformedPolicyException)}. */
    DUPLICATE_KEY(
            "a key stands twice in one JSON object, and a parser keeps only the last",
            "write both in one",
            error(RuleReference.GRAMMAR, RuleFinder.elsewhere())),
    /** A text is not a trust policy. Made also by {@link Finding#of(MalformedPolicyException)}, of one that cannot be read. */
    MALFORMED_POLICY(
            "IAM refuses the document, because it is not a trust policy",
            "write it as the message says",
            error(RuleReference.GRAMMAR, RuleFinder.ofPolicy(IamWriteChecks::malformed))),
    /** IAM's check when a trust policy is written. */
    REFUSED_BY_IAM(
            "IAM refuses a statement for GitHub's provider that does not test sub or job_workflow_ref",
            "test sub with StringEquals or StringLike, its first value not starting with *, and what else starts with * under another operator",
            error(RuleReference.ROLE, RuleFinder.ofPolicy(IamWriteChecks::refusedByIam))),
    /** A role's name, written out, that IAM does not take. Made by {@link io.github.cdkoidc.assembly.AppJudge}. */
    ROLE_NAME(
            "IAM takes 1 to 64 of A-Z a-z 0-9 _ + = , . @ - for the name of a role, so the deployment fails",
            "write such a name, or leave RoleName out",
            error(RuleReference.QUOTAS, RuleFinder.elsewhere())),
    /** A character that a policy cannot hold. */
    ILLEGAL_CHARACTER(
            "a policy can hold only tab, line ends and U+0020 to U+00FF",
            "rename the branch, tag or environment on GitHub",
            error(RuleReference.GRAMMAR, RuleFinder.ofPolicy(IamWriteChecks::illegalCharacters))),
    /** Longer than any quota. */
    TRUST_POLICY_TOO_LONG(
            "a trust policy of over 8,192 characters fits no quota",
            "split the subjects over several roles",
            error(RuleReference.QUOTAS, RuleFinder.ofPolicy(IamWriteChecks::overLargestQuota))),
    /**
     * The provider is of another account or partition. Made by {@link io.github.cdkoidc.assembly.AppJudge} for templates, and by {@link
     * io.github.cdkoidc.cli.input.PolicySource} for the answers of AWS.
     */
    FOREIGN_PROVIDER(
            "the provider is of another account or partition, so no run can ever assume the role",
            "name the provider of the role's own account",
            error(RuleReference.PROVIDER, RuleFinder.elsewhere())),
    /** A provider takes no token for what its roles test. Made by {@link io.github.cdkoidc.assembly.AppJudge}. */
    MISSING_AUDIENCE(
            "the provider takes no token for the audience of its roles, so no run can ever assume them",
            "add the audience of its roles to the provider's ClientIdList",
            error(RuleReference.PROVIDER, RuleFinder.elsewhere())),
    /** Two stacks of one account make the same provider. Made by {@link io.github.cdkoidc.assembly.AppJudge}. */
    PROVIDER_TWICE(
            "an account takes one provider of a URL, whatever the region, so the second deployment fails",
            "make the provider in one stack, and write GitHubOidcProvider.fromAccount(scope) in the others",
            error(RuleReference.PROVIDER, RuleFinder.elsewhere())),
    /**
     * A template that cannot be read. Made by {@link io.github.cdkoidc.assembly.CloudAssembly} for files, and by {@link
     * io.github.cdkoidc.assembly.AppJudge} for what they hold.
     */
    UNREADABLE_TEMPLATE(
            "the template cannot be read, so its roles are not checked",
            "synthesize it again",
            error(RuleReference.GRAMMAR, RuleFinder.elsewhere())),
    /** A principal outside the role's account. */
    FOREIGN_PRINCIPAL(
            "principals outside the role's account can assume the role, past all that is tested of GitHub's runs",
            "take that principal out, and give it a role of its own that only it needs",
            error(RuleReference.PRINCIPAL, RuleFinder.ofPolicy(SideDoors::foreign))),
    /** Every run of a named repository. */
    ANY_RUN(
            "every run of the repository can assume the role: of any branch, tag and environment, and pull requests without a review",
            "name the branch, or an environment with required reviewers",
            warning(RuleReference.TOKEN, RuleFinder.ofAdmission(RunsOfRepository::anyRun))),
    /** Pull requests of a named repository. */
    PULL_REQUEST(
            "pull requests can assume the role, whose code is not reviewed",
            "let the role only read, or trust an environment with required reviewers instead",
            warning(RuleReference.TOKEN, RuleFinder.ofAdmission(RunsOfRepository::pullRequest))),
    /** Branches outside the policy. */
    UNBOUNDED_BRANCHES(
            "whoever can push a branch that matches can assume the role, and so may merge queues, which make some",
            "name the branches, or protect all that match on GitHub",
            warning(RuleReference.TOKEN, RuleFinder.ofAdmission(RunsOfRepository::unboundedBranches))),
    /** Tags outside the policy. */
    UNBOUNDED_TAGS(
            "whoever can push a tag that matches can assume the role, and tags move",
            "name the tags, or protect all that match on GitHub",
            warning(RuleReference.TOKEN, RuleFinder.ofAdmission(RunsOfRepository::unboundedTags))),
    /** Environments outside the policy. */
    UNBOUNDED_ENVIRONMENTS(
            "whoever can push a workflow can assume the role, because GitHub makes an environment of any new name, without protection rules",
            "name the environments",
            warning(RuleReference.ENVIRONMENTS, RuleFinder.ofAdmission(RunsOfRepository::unboundedEnvironments))),
    /** Any audience. */
    ANY_AUDIENCE(
            "a token that was minted for another audience can assume the role",
            "test aud with StringEquals for sts.amazonaws.com",
            warning(RuleReference.ROLE, RuleFinder.ofAccess(RunsOfRepository::anyAudience))),
    /** A provider takes tokens for other audiences. Made by {@link io.github.cdkoidc.assembly.AppJudge}. */
    EXTRA_AUDIENCES(
            "the provider takes tokens that were minted for another audience",
            "write only the audience of its roles into the provider's ClientIdList",
            warning(RuleReference.PROVIDER, RuleFinder.elsewhere())),
    /** A workflow file at any ref. */
    ANY_WORKFLOW_VERSION(
            "any version of the workflow file can assume the role, also one of a branch that is not reviewed",
            "write the ref behind @ out in job_workflow_ref, such as @refs/heads/main",
            warning(RuleReference.TOKEN, RuleFinder.ofAccess(ReusableWorkflow::anyWorkflowVersion))),
    /** Names that another account can take over. */
    REPOSITORY_WITHOUT_IDS(
            "a repository is trusted by name alone, which can be reused, and which repositories since 2026-07-15 do not present",
            "add the spelling with ids, repo:OWNER@ID/NAME@ID:, or test repository_id",
            warning(RuleReference.TOKEN, RuleFinder.ofStatement(Spellings::withoutIds))),
    /** One spelling of a repository whose other one is known. */
    ONE_SPELLING(
            "a run is trusted in one spelling of its repository and denied in the other",
            "write both repo:OWNER/NAME: and repo:OWNER@ID/NAME@ID:",
            warning(RuleReference.TOKEN, RuleFinder.ofStatement(Spellings::one))),
    /** Two names of environments that look alike in {@code sub}. */
    AMBIGUOUS_ENVIRONMENT(
            "GitHub writes a colon of an environment's name as %3A and leaves % as it is, so two names make one sub",
            "rename the environment without a colon, or test environment beside sub",
            warning(RuleReference.TOKEN, RuleFinder.ofStatement(Environments::ambiguous))),
    /** A text that a token can present, and that was hardly meant. */
    UNLIKELY_VALUE(
            "a value looks mistyped, and then the run that was meant is denied",
            "write the value as GitHub writes the claim",
            warning(RuleReference.TOKEN, RuleFinder.ofStatement(MiswrittenValues::unlikely))),
    /** A value that would match in another case. */
    WRONG_CASE(
            "only the case differs, and values are case-sensitive, so the run is denied",
            "write the value in the case that GitHub uses",
            warning(RuleReference.OPERATORS, RuleFinder.ofStatement(MiswrittenValues::wrongCase))),
    /** No run meets a statement. */
    DEAD_STATEMENT(
            "a statement admits no run with the sub that GitHub writes by default, so the runs that it names are denied",
            "remove what denies them, or write it for the runs that the rest describes",
            warning(RuleReference.OPERATORS, RuleFinder.ofPolicy(DeadStatements::some))),
    /** A ref in any case. */
    IGNORED_CASE(
            "a branch or tag in another case can assume the role, which is another ref that anyone can push",
            "write StringEquals, and the ref in the case that it has",
            warning(RuleReference.OPERATORS, RuleFinder.ofModifier(OperatorModifier::ignoredCase))),
    /** Another way to assume the same role. */
    SIDE_DOOR(
            "others than GitHub's runs can assume the same role, past all that is tested of those",
            "name GitHub's provider alone with sts:AssumeRoleWithWebIdentity alone, and give other principals a role of their own",
            warning(RuleReference.PRINCIPAL, RuleFinder.ofPolicy(SideDoors::of))),
    /** Longer than the default quota. */
    TRUST_POLICY_OVER_DEFAULT_QUOTA(
            "a trust policy of over 2,048 characters fits only a quota that has been raised",
            "raise the quota first, or split the subjects over several roles",
            warning(RuleReference.QUOTAS, RuleFinder.ofPolicy(IamWriteChecks::overDefaultQuota))),
    /** A principal that nobody new assumes the role by. */
    OTHER_PRINCIPAL(
            "a principal stands beside GitHub's provider by which nobody new assumes the role, or nobody at all",
            "leave it if it is meant, such as a role that starts a second session of itself",
            info(RuleReference.PRINCIPAL, RuleFinder.ofPolicy(SideDoors::harmless))),
    /** An environment, whose rules are GitHub's. */
    ENVIRONMENT_PROTECTION(
            "a policy does not show what protects the environment, and a rule for branches alone admits runs that outsiders start there",
            "require reviewers for the environment on GitHub",
            info(RuleReference.ENVIRONMENTS, RuleFinder.ofStatement(Environments::protection))),
    /** A nested stack of another app's template. Made by {@link io.github.cdkoidc.assembly.CloudAssembly}. */
    UNSEEN_TEMPLATE(
            "the template of a nested stack is not made by the app, so its roles are not checked",
            "check it where it is made, with TrustPolicy.inTemplate",
            info(RuleReference.GRAMMAR, RuleFinder.elsewhere())),
    /** A {@code sub} of a template. */
    CUSTOMISED_SUBJECT(
            "by default GitHub writes no such sub, so only runs of a repository that customises its sub can assume the role",
            "write sub as GitHub writes it by default, unless gh api repos/OWNER/NAME/actions/oidc/customization/sub says otherwise",
            info(RuleReference.CUSTOM_SUBJECT, RuleFinder.ofStatement(MiswrittenValues::customised))),
    /** An audience of a workflow's own. */
    OTHER_AUDIENCE(
            "aud is tested for another audience than the login action asks for, which only a workflow that asks for it presents",
            "write sts.amazonaws.com, or ask for the other in the workflow and add it to the provider's client ids",
            info(RuleReference.ROLE, RuleFinder.ofStatement(RunsOfRepository::otherAudience))),
    /** A test, or a part of one, that changes nothing. */
    NEEDLESS_TEST(
            "a test, or a modifier of its operator, changes nothing",
            "leave it out",
            info(RuleReference.QUANTIFIERS, RuleFinder.ofStatement(OperatorModifier::needless))),
    /** A branch, on which people outside the repository can start runs. */
    OUTSIDERS_TRIGGER(
            "on the default branch, people outside the repository can start runs by issue_comment, pull_request_target and similar events, which no key shows",
            "trust an environment with required reviewers instead, if such a workflow asks for a token: a rule for branches admits such runs",
            info(RuleReference.EVENTS, RuleFinder.ofStatement(RunsOfRepository::outsidersTrigger))),
    /** A parameter's default. */
    PARAMETER_DEFAULT(
            "a value is judged with the default of a parameter, and a deployment can give another",
            "write the value in place of the parameter, or check the role as it is deployed if a deployment gives another",
            info(RuleReference.GRAMMAR, RuleFinder.ofPolicy(NotJudged::defaults))),
    /** Something of a policy is not known. Made also by {@link Finding#of(MalformedPolicyException)}, of an element that only the deployment knows. */
    NOT_JUDGED(
            "who can assume the role depends on what is not known here, so the rules may miss something",
            "write names and numbers in place of what only the deployment knows, and tests of the token's claims alone",
            warning(RuleReference.ROLE, RuleFinder.ofStatement(NotJudged::of)));

    private final String title;
    private final String fix;

    @SuppressWarnings("ImmutableEnumChecker") // its finder refers to a static method, which holds nothing
    private final RuleDefinition definition;

    TrustRule(String title, String fix, RuleDefinition definition) {
        this.title = title;
        this.fix = fix;
        this.definition = definition;
    }

    @Override
    public Severity severity() {
        return definition.severity();
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String fix() {
        return fix;
    }

    @Override
    public String source() {
        return definition.source().url();
    }

    /** How it is found. */
    RuleFinder finder() {
        return definition.finder();
    }
}
