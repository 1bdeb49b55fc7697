package io.github.cdkoidc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.cdkoidc.cli.input.Inputs;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be read is named, with what to give instead, and nothing else is written. */
class BadInputTest {

    private static final String RUN = " --repository octo-org/octo-repo --branch main";
    private static final String OF = " --repository octo-org/octo-repo";
    private static final String INSTEAD = "give a trust policy ({\"Version\": …, \"Statement\": […]}), the answer of "
            + "aws iam get-role, a template of CloudFormation as JSON, or the folder cdk.out";
    private static final String NO_TOKEN =
            ", so it is not a JSON Web Token: write the value that ACTIONS_ID_TOKEN_REQUEST_URL answers";

    static Stream<org.junit.jupiter.params.provider.Arguments> badInputIsNamed() {
        return Stream.of(
                arguments(
                        "explain nothing.json" + RUN,
                        "nothing.json: there is no such file or folder: give the path of one, or - for standard input"),
                arguments(
                        "lint empty",
                        "empty: there is no app of the CDK in this folder: give the folder that cdk synth has written, such as "
                                + "cdk.out, or a template"),
                arguments("explain broken.json" + RUN, "broken.json: this is not JSON (line 3, column 1): " + INSTEAD),
                arguments("lint broken.json", "broken.json: this is not JSON (line 3, column 1): " + INSTEAD),
                arguments(
                        "lint yaml.template.yaml",
                        "yaml.template.yaml: this is not JSON (line 1, column 1): " + INSTEAD),
                arguments(
                        "lint - < encoded-badly.txt",
                        "standard input: this is not a URL-encoded policy document: give it as IAM has answered it"),
                arguments(
                        "explain not-a-policy.json" + RUN,
                        "not-a-policy.json: it holds neither a role nor a trust policy: " + INSTEAD),
                arguments("lint -", "standard input: it holds neither a role nor a trust policy: " + INSTEAD),
                arguments(
                        "explain no-roles.template.json" + RUN,
                        "no-roles.template.json: there is no role in it: give the template that has the role"),
                arguments(
                        "lint no-roles.template.json",
                        "no-roles.template.json: there is no role in it: give the template that has the role"),
                arguments(
                        "explain malformed.json" + RUN,
                        "malformed.json: /Statement/0/Effect (line 5, column 17): effect \"Maybe\" is not valid: write "
                                + "\"Allow\" or \"Deny\", in that case"),
                arguments(
                        "explain app" + RUN,
                        "app: there are 3 roles in it: write --role with one of Deploy/Pipeline (Pipeline1234), Deploy/Reader "
                                + "(Reader5678), Stage/Other/Loose (Loose9012)"),
                arguments(
                        "explain app --role Nobody" + RUN,
                        "app: there is no role Nobody: write --role with one of Deploy/Pipeline (Pipeline1234), Deploy/Reader "
                                + "(Reader5678), Stage/Other/Loose (Loose9012)"),
                arguments(
                        "explain policy.json --token - < policy.json",
                        "standard input: there is no token in it: give the token alone, or its claims with --claims"),
                arguments(
                        "explain policy.json --token - < encoded.txt",
                        "standard input: token has 12 parts between dots, not three" + NO_TOKEN),
                arguments(
                        "explain policy.json --token-variable ID_TOKEN",
                        "ID_TOKEN: this variable is not set, or is empty: export it, or pipe its value in"),
                arguments("explain policy.json --token empty", "empty: this is a folder: give a file"),
                arguments(
                        "explain - --token - < policy.json",
                        "-: standard input is asked for twice, and can be read once: give one of the two as a file"),
                arguments(
                        "explain policy.json --claims list-of-claims.json",
                        "list-of-claims.json: these claims are not an object: write {\"sub\": "
                                + "\"repo:OWNER/NAME:ref:refs/heads/main\", …}"),
                arguments(
                        "explain policy.json --claims broken.json",
                        "broken.json: these claims are not JSON: write {\"sub\": \"repo:OWNER/NAME:ref:refs/heads/main\", …}, "
                                + "or give a token with --token"),
                arguments(
                        "explain policy.json --claims nested-claims.json",
                        "nested-claims.json: claim sub is not a text, and GitHub's are: write \"sub\": \"…\""),
                arguments(
                        "explain policy.json --repository octo-org/octo-repo",
                        "the run: run of no branch, tag, environment or pull request has no documented sub: write branch(\"main\"), "
                                + "or claim(\"sub\", \"…\") as the token has it"),
                arguments(
                        "explain half-an-app" + RUN,
                        "half-an-app/Gone.template.json: template cannot be read: there is no such file: synthesize it again"),
                arguments(
                        "diff policy.json nothing.json",
                        "nothing.json: there is no such file or folder: give the path of one, or - for standard input"),
                arguments(
                        "doctor policy.json --checkout empty" + OF,
                        "empty: there is no .github/workflows in it: give the folder that the repository is checked out to, with --checkout"),
                arguments(
                        "doctor policy.json --checkout unfinished" + OF,
                        ".github/workflows/deploy.yml:4:1: not YAML, because expected the node content, but found '<stream end>': write it as https://yaml.org/spec/1.2.2 has it"),
                arguments(
                        "doctor policy.json --checkout bomb" + OF,
                        ".github/workflows/deploy.yml:5:5: has more than 50000 values once its aliases are written out, which GitHub refuses: use fewer aliases"),
                arguments(
                        "doctor no-roles.template.json --checkout checkout" + OF,
                        "no-roles.template.json: there is no role in it that trusts tokens: give the template that has the role"),
                arguments(
                        "doctor policy.json --checkout checkout --repository octo-repo",
                        "repository \"octo-repo\" is not an owner and a name with one / between: write \"octo-org/octo-repo\""),
                arguments(
                        "doctor policy.json --checkout checkout --default-branch 'a b'" + OF,
                        "default branch \"a b\" is not a valid branch name: write it as `git branch --list` shows it, such as main"),
                arguments(
                        "doctor --checkout checkout" + OF,
                        "cdk.out: there is no such file or folder: give the path of one, or - for standard input"));
    }

    @ParameterizedTest
    @MethodSource
    void badInputIsNamed(String typed, String why) throws IOException {
        Session session = Session.of(typed);

        assertThat(session.err()).isEqualTo("error: " + why + "\n");
        assertThat(session.out()).isEmpty();
        assertThat(session.exitCode()).isEqualTo(2);
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> badUsageIsShownWithTheUsage() {
        return Stream.of(
                arguments("", "no command is given: write one of [explain, lint, diff, doctor, workflow]"),
                arguments("explian", "Unmatched argument at index 0: 'explian'"),
                arguments("explain", "Missing required parameter: 'POLICY'"),
                arguments("explain policy.json --wrong", "Unknown option: '--wrong'"),
                arguments(
                        "explain policy.json",
                        "no run is given: write --repository OWNER/NAME with --branch NAME or the like, --token FILE, or --claims FILE"),
                arguments(
                        "explain policy.json --claims claims.json --repository octo-org/octo-repo",
                        "--claims and --repository say the same: write one of them"),
                arguments(
                        "explain policy.json --claims claims.json --branch main",
                        "--branch goes with --repository alone: leave it out"),
                arguments(
                        "explain policy.json --tag v1 --pull-request 3" + RUN,
                        "--branch and --tag and --pull-request are of different runs: write one of them"),
                arguments(
                        "explain policy.json --owner-id 1" + RUN,
                        "--owner-id and --repository-id go together, because GitHub writes both: write the other too"),
                arguments(
                        "explain policy.json --pull-request x --repository octo-org/octo-repo",
                        "--pull-request \"x\" is not a number: write digits"),
                arguments(
                        "explain policy.json --claim actor" + RUN,
                        "claim \"actor\" has no name or no value: write --claim NAME=VALUE"),
                arguments(
                        "explain policy.json --format sarif" + RUN,
                        "format \"sarif\" is not one of this command's: write one of [text, json, markdown]"),
                arguments(
                        "lint policy.json --fail-on fatal",
                        "--fail-on \"fatal\" is not a severity: write error, warning, info or never"),
                arguments(
                        "doctor policy.json --checkout checkout",
                        "no repository is given, and GitHub Actions says none here: write --repository OWNER/NAME"),
                arguments("diff policy.json", "Missing required parameter: 'AFTER'"),
                arguments(
                        "diff policy.json policy.json --fail-on error",
                        "--fail-on \"error\" is not a change: write gained, any or never"));
    }

    @ParameterizedTest
    @MethodSource
    void badUsageIsShownWithTheUsage(String typed, String why) throws IOException {
        Session session = Session.of(typed);

        assertThat(session.err())
                .startsWith(why + "\n")
                .containsAnyOf("Usage: github-oidc-role", "Did you mean: github-oidc-role explain");
        assertThat(session.out()).isEmpty();
        assertThat(session.exitCode()).isEqualTo(2);
    }

    @Test
    void inputIsBounded() {
        String enormous = "[".repeat(Inputs.LARGEST + 1);

        assertThat(Session.of(enormous, false, Map.of(), "lint", "-").err())
                .isEqualTo(
                        "error: standard input: this is longer than 8388608 bytes, and CloudFormation takes no template of "
                                + "over 1048576: give the policy or the template alone\n");
    }

    @Test
    void nestingIsBounded() {
        String deep = "{\"Statement\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        Session session = Session.of(deep, false, Map.of(), "lint", "-");

        assertThat(session.err())
                .isEqualTo("error: standard input: this is nested deeper, or holds longer numbers, than any policy: "
                        + INSTEAD + "\n");
        assertThat(session.exitCode()).isEqualTo(2);
    }

    @Test
    void whatIsNoTextIsNamed() {
        assertThat(Session.of("\uFEFF{\"hello\": 1}", false, Map.of(), "lint", "-")
                        .err())
                .isEqualTo("error: standard input: it holds neither a role nor a trust policy: " + INSTEAD + "\n");
    }
}
