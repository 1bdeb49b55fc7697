package io.github.cdkoidc.trust.rules;

import io.github.cdkoidc.trust.TrustPolicy;

/**
 * The catalogue of what is wrong with trust policies: what lets strangers in, what locks everybody out, what IAM refuses, and what a
 * policy cannot show.
 *
 * @see TrustPolicy#lint
 */
public enum TrustRule implements Rule {
    /** Nothing tests who presents the token. */
    ANY_REPOSITORY(
            "every repository on GitHub gets in, because neither sub nor job_workflow_ref is tested",
            "test sub with StringEquals for the runs that are meant, such as repo:OWNER/NAME:ref:refs/heads/main",
            RuleDefinition.ofLeaks(Severity.ERROR, RuleReference.ROLE)),
    /** A wildcard stands for the owner. */
    ANY_OWNER(
            "every repository on GitHub gets in, because a wildcard stands for its owner",
            "write owner and repository out, up to the slash and the colon behind them: repo:OWNER/NAME:",
            RuleDefinition.ofLeaks(Severity.ERROR, RuleReference.ROLE)),
    /** A wildcard ends a name that anybody can go on with. */
    NAME_PREFIX(
            "a name gets in that only resembles the trusted one, and that anybody can register",
            "write owner and repository out, up to the slash and the colon behind them: repo:OWNER/NAME:",
            RuleDefinition.ofLeaks(Severity.ERROR, RuleReference.ROLE)),
    /** One of several values is loose. */
    LOOSE_VALUE(
            "one of several values lets strangers in, and values are alternatives",
            "leave that value out, or write owner and repository out in it",
            RuleDefinition.ofLeaks(Severity.ERROR, RuleReference.OPERATORS)),
    /** {@code ForAllValues:} holds for a missing key. */
    FOR_ALL_VALUES(
            "ForAllValues: holds where the claim is missing, so who does not present it gets in",
            "write the operator without ForAllValues:",
            RuleDefinition.ofLeaks(Severity.ERROR, RuleReference.QUANTIFIERS)),
    /** {@code …IfExists} holds for a missing key. */
    IF_EXISTS(
            "IfExists holds where the claim is missing, so who does not present it gets in",
            "write the operator without IfExists",
            RuleDefinition.ofLeaks(Severity.ERROR, RuleReference.OPERATORS)),
    /** Only negated operators say who presents the token. */
    DENY_LIST(
            "only negated operators say who gets in, so everybody else does",
            "name who gets in with StringEquals, and use negated operators only beside it",
            RuleDefinition.ofLeaks(Severity.ERROR, RuleReference.OPERATORS)),
    /** The caller chooses what {@code sub} starts with. */
    CHOSEN_SUBJECT(
            "sub names no repository but what any repository can choose, if it customises its subject",
            "put repo first in include_claim_keys on GitHub, and write repo:OWNER/NAME: first in sub",
            RuleDefinition.ofLeaks(Severity.ERROR, RuleReference.CUSTOM_SUBJECT)),
    /** No key that is tested names a tenant. */
    NO_TENANT(
            "only claims are tested that any repository can present, such as ref, workflow, environment or actor",
            "test sub, or repository_id, beside them",
            RuleDefinition.ofLeaks(Severity.ERROR, RuleReference.KEYS)),
    /** The repositories of a named owner are not named. */
    ANY_REPOSITORY_OF_OWNER(
            "every repository of the owner gets in, those of tomorrow too",
            "name the repositories, or test repository_id",
            RuleDefinition.ofLeaks(Severity.ERROR, RuleReference.ROLE)),
    /** A reusable workflow is named and its caller is not. */
    ANY_CALLER(
            "job_workflow_ref names the file that is called, and any repository can call it",
            "test sub, repository_id or repository_owner_id beside job_workflow_ref",
            RuleDefinition.ofLeaks(Severity.ERROR, RuleReference.TOKEN)),
    /** AWS makes no key of a claim that is tested. */
    UNPOPULATED_KEY(
            "a key is tested that AWS never populates, so the test locks everybody out or tests nothing",
            "test a claim that AWS makes a key of: sub, repository_id, repository_owner_id, ref, environment, job_workflow_ref, …",
            RuleDefinition.of(Severity.ERROR, RuleReference.KEYS, UnpopulatedKeys::of)),
    /** A wildcard under an operator that knows none. */
    LITERAL_WILDCARD(
            "* and ? stand for themselves under StringEquals, so the value never matches",
            "write the values with wildcards under StringLike, in a statement of their own",
            RuleDefinition.of(Severity.ERROR, RuleReference.OPERATORS, LiteralWildcards::of)),
    /** {@code refs/heads/main} where {@code sub} has {@code ref:refs/heads/main}. */
    MISSING_REF(
            "GitHub writes ref: before the full name of a ref in sub, so the value never matches",
            "write ref: before refs/",
            RuleDefinition.of(Severity.ERROR, RuleReference.TOKEN, MissingRefs::of)),
    /** No run meets any statement. */
    NOBODY(
            "no run can ever get in, because none meets all that is tested, or because all that do are denied",
            "take out what keeps everybody out, or write it for the runs that the rest describes",
            RuleDefinition.ofPolicy(Severity.ERROR, RuleReference.OPERATORS, DeadStatements::all)),
    /** A key is there twice in one object. */
    DUPLICATE_KEY(
            "a key is there twice in one JSON object, and a parser keeps only the last",
            "write both in one",
            RuleDefinition.ofTemplate(Severity.ERROR, RuleReference.GRAMMAR)),
    /** A text is no policy. */
    MALFORMED_POLICY(
            "IAM refuses the document, because it is no trust policy",
            "write it as the message says",
            RuleDefinition.ofTemplate(Severity.ERROR, RuleReference.GRAMMAR)),
    /** IAM's check when a trust policy is written. */
    REFUSED_BY_IAM(
            "IAM refuses a statement for GitHub's provider that does not test sub or job_workflow_ref",
            "test sub with StringEquals or StringLike, its first value not starting with *",
            RuleDefinition.of(Severity.ERROR, RuleReference.ROLE, IamWriteChecks::refusals)),
    /** A character that no policy can hold. */
    ILLEGAL_CHARACTER(
            "a policy can hold only tab, line ends and U+0020 to U+00FF",
            "rename the branch, tag or environment on GitHub",
            RuleDefinition.ofPolicy(Severity.ERROR, RuleReference.GRAMMAR, IamWriteChecks::illegalCharacters)),
    /** Longer than any quota. */
    TRUST_POLICY_TOO_LONG(
            "a trust policy of over 8,192 characters fits no quota",
            "split the subjects over several roles",
            RuleDefinition.ofPolicy(Severity.ERROR, RuleReference.QUOTAS, IamWriteChecks::overLargestQuota)),
    /** The provider is of another account or partition. */
    FOREIGN_PROVIDER(
            "the provider is of another account or partition, so the role can never be assumed",
            "name the provider of the role's own account",
            RuleDefinition.ofTemplate(Severity.ERROR, RuleReference.PROVIDER)),
    /** Two stacks of one account make the same provider. */
    PROVIDER_TWICE(
            "an account takes one provider of a URL, whatever the region, so the second deployment fails",
            "make the provider in one stack, and write GitHubOidcProvider.fromAccount(scope) in the others",
            RuleDefinition.ofTemplate(Severity.ERROR, RuleReference.PROVIDER)),
    /** A template that cannot be read. */
    UNREADABLE_TEMPLATE(
            "the template cannot be read, so its roles are not judged",
            "synthesize it again",
            RuleDefinition.ofTemplate(Severity.ERROR, RuleReference.GRAMMAR)),
    /** Every run of a named repository. */
    ANY_RUN(
            "every run of the repository gets in: of any branch, tag and environment, and pull requests that nobody has reviewed",
            "name the branch, or an environment with protection rules",
            RuleDefinition.ofLeaks(Severity.WARNING, RuleReference.TOKEN)),
    /** Pull requests of a named repository. */
    PULL_REQUEST(
            "pull requests get in, whose code nobody has reviewed",
            "let the role only read, or trust an environment with required reviewers instead",
            RuleDefinition.ofLeaks(Severity.WARNING, RuleReference.TOKEN)),
    /** Branches that are not named. */
    UNBOUNDED_BRANCHES(
            "whoever can push a branch that matches gets in, and so may merge queues, which make some",
            "name the branches, or protect all that match on GitHub",
            RuleDefinition.ofLeaks(Severity.WARNING, RuleReference.TOKEN)),
    /** Tags that are not named. */
    UNBOUNDED_TAGS(
            "whoever can push a tag that matches gets in, and tags move",
            "name the tags, or protect all that match on GitHub",
            RuleDefinition.ofLeaks(Severity.WARNING, RuleReference.TOKEN)),
    /** Environments that are not named. */
    UNBOUNDED_ENVIRONMENTS(
            "whoever can push a workflow gets in, because GitHub makes an environment of any new name, without protection rules",
            "name the environments",
            RuleDefinition.ofLeaks(Severity.WARNING, RuleReference.ENVIRONMENTS)),
    /** Any audience. */
    ANY_AUDIENCE(
            "a token that was minted for somebody else gets in",
            "test aud with StringEquals for sts.amazonaws.com",
            RuleDefinition.ofLeaks(Severity.WARNING, RuleReference.ROLE)),
    /** A provider takes tokens for somebody else. */
    EXTRA_AUDIENCES(
            "the provider takes tokens that were minted for somebody else",
            "let the provider's ClientIdList hold the audience of its roles alone",
            RuleDefinition.ofTemplate(Severity.WARNING, RuleReference.PROVIDER)),
    /** A workflow file at any ref. */
    ANY_WORKFLOW_VERSION(
            "any version of the workflow file gets in, also of a branch that nobody has reviewed",
            "write the ref behind @ out in job_workflow_ref, such as @refs/heads/main",
            RuleDefinition.ofLeaks(Severity.WARNING, RuleReference.TOKEN)),
    /** Names that somebody else can take over. */
    REPOSITORY_WITHOUT_IDS(
            "a repository is trusted by name alone, which can be reused, and which repositories since 2026-07-15 do not present",
            "add the spelling with ids, repo:OWNER@ID/NAME@ID:, or test repository_id",
            RuleDefinition.of(Severity.WARNING, RuleReference.TOKEN, Spellings::withoutIds)),
    /** One spelling of a repository whose other one is known. */
    ONE_SPELLING(
            "a run is trusted in one spelling of its repository and denied in the other",
            "write both repo:OWNER/NAME: and repo:OWNER@ID/NAME@ID:",
            RuleDefinition.of(Severity.WARNING, RuleReference.TOKEN, Spellings::one)),
    /** Two names of environments that look alike in {@code sub}. */
    AMBIGUOUS_ENVIRONMENT(
            "GitHub writes a colon of an environment's name as %3A and leaves % as it is, so two names make one sub",
            "rename the environment without a colon, or test environment beside sub",
            RuleDefinition.of(Severity.WARNING, RuleReference.TOKEN, Environments::ambiguous)),
    /** A value that would match in another case. */
    WRONG_CASE(
            "only the case differs, and values are case-sensitive, so the run is denied",
            "write the value in the case that GitHub uses",
            RuleDefinition.of(Severity.WARNING, RuleReference.OPERATORS, WrongCase::of)),
    /** No run meets a statement. */
    DEAD_STATEMENT(
            "no run with the sub that GitHub writes by default gets in by a statement, so those that it names are denied",
            "take out what keeps them out, or write it for the runs that the rest describes",
            RuleDefinition.ofPolicy(Severity.WARNING, RuleReference.OPERATORS, DeadStatements::some)),
    /** A ref in any case. */
    IGNORED_CASE(
            "a branch or tag in another case gets in, which is another ref that anyone can push",
            "write StringEquals, and the ref in the case that it has",
            RuleDefinition.ofLeaks(Severity.WARNING, RuleReference.OPERATORS)),
    /** Another way into the same role. */
    SIDE_DOOR(
            "others than GitHub's runs can assume the same role, past all that is tested of those",
            "write sts:AssumeRoleWithWebIdentity as the only action and GitHub's provider as the only principal",
            RuleDefinition.ofPolicy(Severity.WARNING, RuleReference.PRINCIPAL, SideDoors::of)),
    /** Longer than the default quota. */
    TRUST_POLICY_OVER_DEFAULT_QUOTA(
            "a trust policy of over 2,048 characters fits only a quota that has been raised",
            "raise the quota first, or split the subjects over several roles",
            RuleDefinition.ofPolicy(Severity.WARNING, RuleReference.QUOTAS, IamWriteChecks::overDefaultQuota)),
    /** An environment, whose rules are GitHub's. */
    ENVIRONMENT_PROTECTION(
            "whether the environment has protection rules cannot be seen from here, and without any its name is no gate",
            "protect the environment on GitHub",
            RuleDefinition.of(Severity.INFO, RuleReference.ENVIRONMENTS, Environments::protection)),
    /** A nested stack of somebody else's template. */
    UNSEEN_TEMPLATE(
            "the template of a nested stack is none that the app makes, so its roles are not judged",
            "judge it where it is made, with TrustPolicy.inTemplate",
            RuleDefinition.ofTemplate(Severity.INFO, RuleReference.GRAMMAR)),
    /** A branch, on which others can start runs. */
    OUTSIDERS_TRIGGER(
            "if it is the default branch, outsiders can start its runs by issue_comment, workflow_run and their like, and no key "
                    + "tells the event",
            "trust an environment with protection rules instead, if such a workflow asks for a token",
            RuleDefinition.of(Severity.INFO, RuleReference.EVENTS, Branches::outsiders)),
    /** What cannot be told of a policy. */
    NOT_JUDGED(
            "who gets in depends on what is not known here, so the rules may miss something",
            "write names and numbers in place of what only the deployment knows, and tests of the token's claims alone",
            RuleDefinition.of(Severity.INFO, RuleReference.ROLE, NotJudged::of));

    private final String title;
    private final String fix;

    @SuppressWarnings("ImmutableEnumChecker") // it refers to a static method, which holds nothing
    private final RuleDefinition ground;

    TrustRule(String title, String fix, RuleDefinition ground) {
        this.title = title;
        this.fix = fix;
        this.ground = ground;
    }

    @Override
    public Severity severity() {
        return ground.severity();
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
        return ground.source().url();
    }

    /** How it is found. */
    RuleCheck check() {
        return ground.check();
    }
}
