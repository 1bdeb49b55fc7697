package io.github.cdkoidc.soundness;

import java.util.List;

/** What generated policies are made of, as JSON. */
final class GeneratedValues {

    static final String GITHUB = "token.actions.githubusercontent.com:";

    private static final String PROVIDER =
            "\"arn:aws:iam::" + IamOracle.OWN_ACCOUNT + ":oidc-provider/token.actions.githubusercontent.com\"";

    static final String TIGHT_PRINCIPAL = "{\"Federated\":" + PROVIDER + "}";

    static final List<String> PRINCIPALS = List.of(
            TIGHT_PRINCIPAL,
            TIGHT_PRINCIPAL,
            "{\"Federated\":{\"Ref\":\"Provider\"}}",
            "{\"Federated\":\"arn:aws:iam::111122223333:oidc-provider/*\"}",
            "{\"Federated\":\"*\"}",
            "{\"Federated\":[" + PROVIDER + ",\"accounts.google.com\"]}",
            "{\"Federated\":[" + PROVIDER + "," + PROVIDER + "]}",
            "{\"Federated\":\"cognito-identity.amazonaws.com\"}",
            "{\"AWS\":\"*\"}",
            "\"*\"",
            "{\"AWS\":\"111122223333\"}",
            "{\"AWS\":\"arn:aws:iam::999988887777:root\"}",
            "{\"AWS\":[\"arn:aws:iam::111122223333:role/ci\",\"999988887777\"],\"Federated\":" + PROVIDER + "}",
            "{\"AWS\":\"*\",\"Federated\":" + PROVIDER + "}",
            "{\"Service\":\"ec2.amazonaws.com\",\"Federated\":" + PROVIDER + "}");

    static final String TIGHT_ACTION = "\"sts:AssumeRoleWithWebIdentity\"";

    static final List<String> ACTIONS = List.of(
            TIGHT_ACTION,
            "\"STS:assumerolewithwebidentity\"",
            "\"sts:*\"",
            "\"*\"",
            "\"sts:AssumeRole*\"",
            "\"sts:AssumeRole?ithWebIdentity\"",
            "\"sts:AssumeRole\"",
            "\"sts:TagSession\"",
            "[\"sts:AssumeRoleWithWebIdentity\",\"sts:TagSession\"]",
            "[\"sts:AssumeRole\",\"sts:AssumeRoleWithWebIdentity\"]");

    static final List<String> OPERATORS = List.of(
            "StringEquals",
            "StringEquals",
            "StringLike",
            "StringLike",
            "StringNotEquals",
            "StringNotLike",
            "StringEqualsIgnoreCase",
            "StringNotEqualsIgnoreCase",
            "Null",
            "Bool",
            "ArnLike",
            "NumericEquals",
            "DateLessThan");

    static final List<String> QUANTIFIERS = List.of("", "", "", "", "ForAnyValue:", "ForAllValues:");

    static final List<String> CLAIMS = List.of(
            "sub",
            "sub",
            "sub",
            "sub",
            "aud",
            "job_workflow_ref",
            "repository",
            "repository_id",
            "repository_owner_id",
            "actor",
            "actor_id",
            "workflow",
            "ref",
            "environment",
            "enterprise_id",
            "SUB",
            "amr",
            "iss",
            "repository_owner",
            "event_name",
            "repository_visibility");

    static final List<String> FOREIGN_KEYS = List.of(
            "aws:SourceIp",
            "aws:SecureTransport",
            "aws:PrincipalOrgID",
            "aws:CurrentTime",
            "aws:SourceArn",
            "sts:RoleSessionName");

    static final List<String> FOREIGN_VALUES = List.of(
            "\"true\"", "true", "\"10.0.0.0/8\"", "\"o-1234567890\"", "\"2030-01-01T00:00:00Z\"", "\"x*\"", "1");

    static final List<String> TIGHT_SUBJECTS = List.of(
            "\"repo:octo-org/octo-repo:ref:refs/heads/main\"",
            "\"repo:octo-org@1234/octo-repo@56789:ref:refs/heads/main\"",
            "\"repo:octo-org/octo-repo:environment:prod\"",
            "\"repo:octo-org/octo-repo:*\"",
            "\"repo:octo-org@1234/octo-repo@56789:*\"",
            "\"repo:octo-org/octo-repo:ref:refs/tags/v*\"",
            "\"repo:octo-org/octo-repo:pull_request\"");

    static final List<String> LOOSE_SUBJECTS = List.of(
            "\"*\"",
            "\"repo:*\"",
            "\"repo:*/*\"",
            "\"?*\"",
            "\"repo:octo-org*\"",
            "\"repo:octo-org/*\"",
            "\"repo:octo-org/octo-repo*\"",
            "\"repo:*octo-org/octo-repo:*\"",
            "\"repo:octo-org?/octo-repo:*\"",
            "\"repo:*/octo-repo:*\"",
            "\"repo:octo-org@*/octo-repo@*:*\"",
            "\"repo:*:ref:refs/heads/main\"",
            "\"repo:*:environment:prod\"",
            "\"environment:*\"",
            "\"environment:prod\"",
            "\"*:job_workflow_ref:octo-org/octo-automation/*\"",
            "\"*octo-org*\"",
            "\"*:environment:prod\"",
            "\"repository_owner:octo-org*\"",
            "\"repository_owner_id:1234\"",
            "\"workflow:deploy:ref:refs/heads/main\"",
            "\"run_attempt:1\"",
            "\"ref_protected:*\"",
            "\"repo_property_team:prod\"",
            "\"\"",
            "\"repo:octo-org/octo-repo:ref:refs/heads/${*}\"",
            "\"repo:octo-org/${aws:PrincipalTag/repo}:*\"",
            "\"repo:${aws:PrincipalTag/org}/*\"",
            "\"${token.actions.githubusercontent.com:sub}\"",
            "{\"Ref\":\"Subject\"}",
            "{\"Fn::Sub\":\"repo:${Org}/*\"}",
            "{\"Fn::Sub\":\"repo:${Org}*\"}",
            "{\"Fn::Sub\":\"repo:${Org}/${Repo}:*\"}",
            "{\"Fn::If\":[\"IsProd\",\"repo:octo-org/octo-repo:environment:prod\",\"repo:*\"]}");

    private GeneratedValues() {}

    /** Values of a claim, the first ones tight. */
    static List<String> of(String claim) {
        return switch (claim) {
            case "aud" -> List.of("\"sts.amazonaws.com\"", "\"*\"", "\"https://github.com/octo-org\"", "\"sigstore\"");
            case "job_workflow_ref" ->
                List.of(
                        "\"octo-org/octo-automation/.github/workflows/oidc.yml@refs/heads/main\"",
                        "\"octo-org/octo-automation/.github/workflows/oidc.yml@*\"",
                        "\"octo-org/*\"",
                        "\"*/.github/workflows/oidc.yml@refs/heads/main\"",
                        "\"*\"");
            case "repository" ->
                List.of("\"octo-org/octo-repo\"", "\"octo-org/*\"", "\"*/octo-repo\"", "\"octo-org*\"");
            case "repository_id" -> List.of("\"56789\"", "\"5678*\"", "56789", "\"*\"");
            case "repository_owner_id" -> List.of("\"1234\"", "\"1234*\"", "\"*\"", "{\"Ref\":\"OwnerId\"}");
            case "actor" -> List.of("\"octocat\"", "\"octo*\"");
            case "actor_id" -> List.of("\"583231\"", "\"*\"");
            case "workflow" -> List.of("\"deploy\"", "\"dep*\"");
            case "ref" -> List.of("\"refs/heads/main\"", "\"refs/heads/*\"", "{\"Fn::Sub\":\"refs/heads/${Branch}\"}");
            case "environment" -> List.of("\"prod\"", "\"*\"", "\"prod?eu\"", "{\"Ref\":\"Environment\"}");
            case "enterprise_id" -> List.of("\"42\"", "\"*\"");
            default -> List.of("\"octo-org\"", "\"x*\"", "\"true\"", "true");
        };
    }
}
