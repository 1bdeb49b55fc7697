package io.github.cdkoidc.trust;

/**
 * The catalogue of what is wrong with trust policies: what lets strangers in, what locks everybody out, what IAM refuses, and what a
 * policy cannot show.
 *
 * @see TrustPolicy#lint
 */
public enum TrustRule {
    /** Nothing tests who presents the token. */
    ANY_REPOSITORY(
            "anyRepository",
            Severity.ERROR,
            "every repository on GitHub gets in, because neither sub nor job_workflow_ref is tested",
            "test sub with StringEquals for the runs that are meant, such as repo:OWNER/NAME:ref:refs/heads/main",
            Source.ROLE,
            Check.OF_TEMPLATE),
    /** A wildcard stands for the owner. */
    ANY_OWNER(
            "anyOwner",
            Severity.ERROR,
            "every repository on GitHub gets in, because a wildcard stands for its owner",
            "write owner and repository out, up to the slash and the colon behind them: repo:OWNER/NAME:",
            Source.ROLE,
            Check.OF_TEMPLATE),
    /** A wildcard ends a name that anybody can go on with. */
    NAME_PREFIX(
            "namePrefix",
            Severity.ERROR,
            "a name gets in that only resembles the trusted one, and that anybody can register",
            "write owner and repository out, up to the slash and the colon behind them: repo:OWNER/NAME:",
            Source.ROLE,
            Check.OF_TEMPLATE),
    /** One of several values is loose. */
    LOOSE_VALUE(
            "looseValue",
            Severity.ERROR,
            "one of several values lets strangers in, and values are alternatives",
            "leave that value out, or write owner and repository out in it",
            Source.OPERATORS,
            Check.OF_TEMPLATE),
    /** {@code ForAllValues:} holds for a missing key. */
    FOR_ALL_VALUES(
            "forAllValues",
            Severity.ERROR,
            "ForAllValues: holds where the claim is missing, so who does not present it gets in",
            "write the operator without ForAllValues:",
            Source.QUANTIFIERS,
            Check.OF_TEMPLATE),
    /** {@code …IfExists} holds for a missing key. */
    IF_EXISTS(
            "ifExists",
            Severity.ERROR,
            "IfExists holds where the claim is missing, so who does not present it gets in",
            "write the operator without IfExists",
            Source.OPERATORS,
            Check.OF_TEMPLATE),
    /** Only negated operators say who presents the token. */
    DENY_LIST(
            "denyList",
            Severity.ERROR,
            "only negated operators say who gets in, so everybody else does",
            "name who gets in with StringEquals, and use negated operators only beside it",
            Source.OPERATORS,
            Check.OF_TEMPLATE),
    /** The caller chooses what {@code sub} starts with. */
    CHOSEN_SUBJECT(
            "chosenSubject",
            Severity.ERROR,
            "sub names no repository but what any repository can choose, if it customises its subject",
            "put repo first in include_claim_keys on GitHub, and write repo:OWNER/NAME: first in sub",
            Source.CUSTOM_SUBJECT,
            Check.OF_TEMPLATE),
    /** No key that is tested names a tenant. */
    NO_TENANT(
            "noTenant",
            Severity.ERROR,
            "only claims are tested that any repository can present, such as ref, workflow, environment or actor",
            "test sub, or repository_id, beside them",
            Source.KEYS,
            Check.OF_TEMPLATE),
    /** The repositories of a named owner are not named. */
    ANY_REPOSITORY_OF_OWNER(
            "anyRepositoryOfOwner",
            Severity.ERROR,
            "every repository of the owner gets in, those of tomorrow too",
            "name the repositories, or test repository_id",
            Source.ROLE,
            Check.OF_TEMPLATE),
    /** A reusable workflow is named and its caller is not. */
    ANY_CALLER(
            "anyCaller",
            Severity.ERROR,
            "job_workflow_ref names the file that is called, and any repository can call it",
            "test sub, repository_id or repository_owner_id beside job_workflow_ref",
            Source.TOKEN,
            Check.OF_TEMPLATE),
    /** AWS makes no key of a claim that is tested. */
    UNPOPULATED_KEY(
            "unpopulatedKey",
            Severity.ERROR,
            "a key is tested that AWS never populates, so the test locks everybody out or tests nothing",
            "test a claim that AWS makes a key of: sub, repository_id, repository_owner_id, ref, environment, job_workflow_ref, …",
            Source.KEYS,
            Check.OF_TEMPLATE),
    /** A wildcard under an operator that knows none. */
    LITERAL_WILDCARD(
            "literalWildcard",
            Severity.ERROR,
            "* and ? stand for themselves under StringEquals, so the value never matches",
            "write the values with wildcards under StringLike, in a statement of their own",
            Source.OPERATORS,
            Check.OF_TEMPLATE),
    /** A key is there twice in one object. */
    DUPLICATE_KEY(
            "duplicateKey",
            Severity.ERROR,
            "a key is there twice in one JSON object, and a parser keeps only the last",
            "write both in one",
            Source.GRAMMAR,
            Check.OF_TEXT),
    /** A text is no policy. */
    MALFORMED_POLICY(
            "malformedPolicy",
            Severity.ERROR,
            "IAM refuses the document, because it is no trust policy",
            "write it as the message says",
            Source.GRAMMAR,
            Check.OF_TEXT),
    /** IAM's check when a trust policy is written. */
    REFUSED_BY_IAM(
            "refusedByIam",
            Severity.ERROR,
            "IAM refuses a statement for GitHub's provider that does not test sub or job_workflow_ref",
            "test sub with StringEquals or StringLike, its first value not starting with *",
            Source.ROLE,
            Deployability::refusals),
    /** A character that no policy can hold. */
    ILLEGAL_CHARACTER(
            "illegalCharacter",
            Severity.ERROR,
            "a policy can hold only tab, line ends and U+0020 to U+00FF",
            "rename the branch, tag or environment on GitHub",
            Source.GRAMMAR,
            Deployability::illegalCharacters),
    /** Longer than any quota. */
    TRUST_POLICY_TOO_LONG(
            "trustPolicyTooLong",
            Severity.ERROR,
            "a trust policy of over 8,192 characters fits no quota",
            "split the subjects over several roles",
            Source.QUOTAS,
            Deployability::overLargestQuota),
    /** The provider is of another account or partition. */
    FOREIGN_PROVIDER(
            "foreignProvider",
            Severity.ERROR,
            "the provider is of another account or partition, so the role can never be assumed",
            "name the provider of the role's own account",
            Source.PROVIDER,
            Check.OF_TEMPLATE),
    /** Two stacks of one account make the same provider. */
    PROVIDER_TWICE(
            "providerTwice",
            Severity.ERROR,
            "an account takes one provider of a URL, whatever the region, so the second deployment fails",
            "make the provider in one stack, and write GitHubOidcProvider.fromAccount(scope) in the others",
            Source.PROVIDER,
            Check.OF_TEMPLATE),
    /** A template that cannot be read. */
    UNREADABLE_TEMPLATE(
            "unreadableTemplate",
            Severity.ERROR,
            "the template cannot be read, so its roles are not judged",
            "synthesize it again",
            Source.GRAMMAR,
            Check.OF_TEMPLATE),
    /** Every run of a named repository. */
    ANY_RUN(
            "anyRun",
            Severity.WARNING,
            "every run of the repository gets in: of any branch, tag and environment, and pull requests that nobody has reviewed",
            "name the branch, or an environment with protection rules",
            Source.TOKEN,
            Check.OF_TEMPLATE),
    /** Pull requests of a named repository. */
    PULL_REQUEST(
            "pullRequest",
            Severity.WARNING,
            "pull requests get in, whose code nobody has reviewed",
            "let the role only read, or trust an environment with required reviewers instead",
            Source.TOKEN,
            Check.OF_TEMPLATE),
    /** Branches that are not named. */
    UNBOUNDED_BRANCHES(
            "unboundedBranches",
            Severity.WARNING,
            "whoever can push a branch gets in, and so do the branches of merge queues",
            "name the branches, or protect all that match on GitHub",
            Source.TOKEN,
            Check.OF_TEMPLATE),
    /** Tags that are not named. */
    UNBOUNDED_TAGS(
            "unboundedTags",
            Severity.WARNING,
            "whoever can push a tag gets in, and tags move",
            "name the tags, or protect all that match on GitHub",
            Source.TOKEN,
            Check.OF_TEMPLATE),
    /** Any audience. */
    ANY_AUDIENCE(
            "anyAudience",
            Severity.WARNING,
            "a token that was minted for somebody else gets in",
            "test aud with StringEquals for sts.amazonaws.com",
            Source.ROLE,
            Check.OF_TEMPLATE),
    /** A provider takes tokens for somebody else. */
    EXTRA_AUDIENCES(
            "extraAudiences",
            Severity.WARNING,
            "the provider takes tokens that were minted for somebody else",
            "let the provider's ClientIdList hold the audience of its roles alone",
            Source.PROVIDER,
            Check.OF_TEMPLATE),
    /** A workflow file at any ref. */
    ANY_WORKFLOW_VERSION(
            "anyWorkflowVersion",
            Severity.WARNING,
            "any version of the workflow file gets in, also of a branch that nobody has reviewed",
            "write the ref behind @ out in job_workflow_ref, such as @refs/heads/main",
            Source.TOKEN,
            Check.OF_TEMPLATE),
    /** Names that somebody else can take over. */
    REPOSITORY_WITHOUT_IDS(
            "repositoryWithoutIds",
            Severity.WARNING,
            "a repository is trusted by name alone, which can be reused, and which repositories since 2026-07-15 do not present",
            "add the spelling with ids, repo:OWNER@ID/NAME@ID:, or test repository_id",
            Source.TOKEN,
            Check.OF_TEMPLATE),
    /** One spelling of a repository whose other one is known. */
    ONE_SPELLING(
            "oneSpelling",
            Severity.WARNING,
            "a run is trusted in one spelling of its repository and denied in the other",
            "write both repo:OWNER/NAME: and repo:OWNER@ID/NAME@ID:",
            Source.TOKEN,
            Check.OF_TEMPLATE),
    /** Two names of environments that look alike in {@code sub}. */
    AMBIGUOUS_ENVIRONMENT(
            "ambiguousEnvironment",
            Severity.WARNING,
            "GitHub writes a colon of an environment's name as %3A and leaves % as it is, so two names make one sub",
            "rename the environment without a colon, or test environment beside sub",
            Source.TOKEN,
            Check.OF_TEMPLATE),
    /** A value that would match in another case. */
    WRONG_CASE(
            "wrongCase",
            Severity.WARNING,
            "only the case differs, and values are case-sensitive, so the run is denied",
            "write the value in the case that GitHub uses",
            Source.OPERATORS,
            Check.OF_TEMPLATE),
    /** A ref in any case. */
    IGNORED_CASE(
            "ignoredCase",
            Severity.WARNING,
            "a branch or tag in another case gets in, which is another ref that anyone can push",
            "write StringEquals, and the ref in the case that it has",
            Source.OPERATORS,
            Check.OF_TEMPLATE),
    /** Another way into the same role. */
    SIDE_DOOR(
            "sideDoor",
            Severity.WARNING,
            "others than GitHub's runs can assume the same role, past all that is tested of those",
            "write sts:AssumeRoleWithWebIdentity as the only action and GitHub's provider as the only principal",
            Source.PRINCIPAL,
            SideDoors::of),
    /** Longer than the default quota. */
    TRUST_POLICY_OVER_DEFAULT_QUOTA(
            "trustPolicyOverDefaultQuota",
            Severity.WARNING,
            "a trust policy of over 2,048 characters fits only a quota that has been raised",
            "raise the quota first, or split the subjects over several roles",
            Source.QUOTAS,
            Deployability::overDefaultQuota),
    /** An environment, whose rules are GitHub's. */
    ENVIRONMENT_PROTECTION(
            "environmentProtection",
            Severity.INFO,
            "whether the environment has protection rules cannot be seen from here, and without any its name is no gate",
            "protect the environment on GitHub",
            Source.ENVIRONMENTS,
            Check.OF_TEMPLATE),
    /** A nested stack of somebody else's template. */
    UNSEEN_TEMPLATE(
            "unseenTemplate",
            Severity.INFO,
            "the template of a nested stack is none that the app makes, so its roles are not judged",
            "judge it where it is made, with TrustPolicy.inTemplate",
            Source.GRAMMAR,
            Check.OF_TEMPLATE),
    /** A branch, on which others can start runs. */
    OUTSIDERS_TRIGGER(
            "outsidersTrigger",
            Severity.INFO,
            "if it is the default branch, outsiders can start its runs by issue_comment, workflow_run and their like, and no key "
                    + "tells the event",
            "trust an environment with protection rules instead, if such a workflow asks for a token",
            Source.EVENTS,
            Check.OF_TEMPLATE);

    private final String id;
    private final Severity severity;
    private final String title;
    private final String fix;
    private final Source source;

    @SuppressWarnings("ImmutableEnumChecker") // a reference to a static method, which holds nothing
    private final Check check;

    TrustRule(String id, Severity severity, String title, String fix, Source source, Check check) {
        this.id = id;
        this.severity = severity;
        this.title = title;
        this.fix = fix;
        this.source = source;
        this.check = check;
    }

    /**
     * The rule's name. It never changes.
     *
     * @return for example {@code anyRun}
     */
    public String id() {
        return id;
    }

    /**
     * How bad it is.
     *
     * @return the severity of every finding of this rule
     */
    public Severity severity() {
        return severity;
    }

    /**
     * What is wrong.
     *
     * @return one line
     */
    public String title() {
        return title;
    }

    /**
     * What to do.
     *
     * @return one line
     */
    public String fix() {
        return fix;
    }

    /**
     * Where it is documented.
     *
     * @return the URL of a page of GitHub or AWS
     */
    public String source() {
        return source.url();
    }

    /** How it is found. */
    Check check() {
        return check;
    }
}
