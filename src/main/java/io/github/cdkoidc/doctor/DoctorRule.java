package io.github.cdkoidc.doctor;

import io.github.cdkoidc.trust.rules.Rule;
import io.github.cdkoidc.trust.rules.Severity;

/** The catalogue of what is wrong between workflows and roles. */
public enum DoctorRule implements Rule {
    MISSING_PERMISSION(
            "the job logs in to AWS with a token, and has no permission to ask for one",
            "give the job id-token: write, and name the other permissions that it needs beside it",
            Severity.WARNING,
            "https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws"),
    ENVIRONMENT_REPLACES_REF(
            "the environment replaces the ref in sub, and the role trusts the ref",
            "trust the environment, or take it out of the job",
            Severity.WARNING,
            DoctorRule.TOKEN),
    ENVIRONMENT_MISSING(
            "the role trusts an environment that the job does not name",
            "name the environment in the job",
            Severity.WARNING,
            DoctorRule.TOKEN),
    TWO_SUBJECTS(
            "push and pull_request start the same job and present two subjects, of which only one is admitted",
            "let the job run on the event whose subject is admitted",
            Severity.WARNING,
            DoctorRule.TOKEN),
    AUDIENCE_DIFFERS(
            "the token is for another audience than the role asks for",
            "write the audience that the login asks for in the role, or ask for the role's, and add it to the provider's client ids",
            Severity.WARNING,
            DoctorRule.ACTION),
    NO_ROLE_ACCEPTS(
            "no role accepts the run",
            "trust the subject that the run presents, or one that it can present instead",
            Severity.WARNING,
            DoctorRule.TOKEN),
    SESSION_LONGER_THAN_ROLE(
            "the session is longer than the role allows, so AWS refuses it",
            "ask for a shorter session, or raise the role's maximum",
            Severity.WARNING,
            "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html"),
    SESSION_LONGER_THAN_CHAINING(
            "the session of a role that is assumed with another role's session is longer than an hour, so AWS refuses it",
            "ask for an hour at most, or assume the role with the token",
            Severity.WARNING,
            "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html"),
    OUTSIDERS_REACH_ROLE(
            "outsiders can start the run, and it assumes the role by the default branch's ref, which no key distinguishes from a push",
            "name an environment with required reviewers in the job, and trust that in place of the ref",
            Severity.WARNING,
            "https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows"),
    AMBIGUOUS_ENVIRONMENT(
            "GitHub writes a colon of an environment's name as %3A and leaves % as it is, so two names make one sub",
            "name the environment without a colon", Severity.WARNING, DoctorRule.TOKEN),
    FOREIGN_WORKFLOW(
            "a workflow of another owner asks for tokens of this repository, at a ref that its owner can move",
            "call it at a commit, and test job_workflow_ref in the role",
            Severity.WARNING,
            "https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-with-reusable-workflows"),
    FORK_WITHOUT_TOKEN(
            "a pull request from a fork gets no token, so the login fails",
            "leave the job out of the runs of forks",
            Severity.INFO,
            DoctorRule.TOKEN),
    UNUSED_ROLE("no workflow uses the role", "remove the role, or log in with it", Severity.INFO, DoctorRule.ACTION);

    private static final String TOKEN = "https://docs.github.com/en/actions/reference/security/oidc";
    private static final String ACTION = "https://github.com/aws-actions/configure-aws-credentials#options";

    private final String title;
    private final String fix;
    private final Severity severity;
    private final String source;

    DoctorRule(String title, String fix, Severity severity, String source) {
        this.title = title;
        this.fix = fix;
        this.severity = severity;
        this.source = source;
    }

    @Override
    public Severity severity() {
        return severity;
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
        return source;
    }
}
