package io.github.cdkoidc.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.cdkoidc.trust.rules.TrustRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the templates of an app say, with no CDK beside them. */
class AppJudgeTest {

    private static final String ARN = "arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com";
    private static final String EXACT = "repo:octo-org@123456/octo-repo@456789:ref:refs/heads/main";
    private static final String PROVIDER = """
            "GitHub": {
              "Type": "AWS::IAM::OIDCProvider",
              "Properties": {"Url": "https://token.actions.githubusercontent.com", "ClientIdList": ["sts.amazonaws.com"]}
            }""";

    private static SynthesizedTemplate template(String stack, String account, String region, String... resources) {
        return read(stack, "", account, region, "{\"Resources\": {" + String.join(",", resources) + "}}");
    }

    private static SynthesizedTemplate read(String stack, String group, String account, String region, String json) {
        try {
            return new SynthesizedTemplate(
                    stack + ".template.json",
                    stack,
                    group,
                    Optional.of(account).filter(known -> !known.isEmpty()),
                    Optional.of(region).filter(known -> !known.isEmpty()),
                    json,
                    new JsonMapper().readTree(json),
                    ConstructMetadata.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String role(String provider, String action, String subject) {
        return """
                "Role": {
                  "Type": "AWS::IAM::Role",
                  "Metadata": {"aws:cdk:path": "Stack/MyRole/Resource"},
                  "Properties": {"AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{
                    "Effect": "Allow",
                    "Principal": {"Federated": %s},
                    "Action": "%s",
                    "Condition": {"StringEquals": {
                      "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
                      "token.actions.githubusercontent.com:sub": "%s"
                    }}
                  }]}}
                }""".formatted(provider, action, subject);
    }

    private static List<AppFinding> findings(SynthesizedTemplate... app) {
        return AppJudge.findings(List.of(app), List.of(app));
    }

    private static Stream<TrustRule> rules(SynthesizedTemplate... app) {
        return findings(app).stream().map(AppFinding::rule);
    }

    @Test
    void aFindingNamesTheConstructTheResourceAndThePlace() {
        assertThat(findings(template("Stack", "", "", role("\"" + ARN + "\"", "sts:*", EXACT))))
                .filteredOn(finding -> finding.rule() == TrustRule.SIDE_DOOR)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.path()).isEqualTo("Stack/MyRole");
                    assertThat(finding.logicalId()).isEqualTo("Role");
                    assertThat(finding.file()).isEqualTo("Stack.template.json");
                    assertThat(finding.location())
                            .startsWith("/Resources/Role/Properties/AssumeRolePolicyDocument/Statement/0");
                    assertThat(finding)
                            .hasToString("WARNING github-oidc-role:sideDoor Stack/MyRole (Role)\n   "
                                    + finding.description() + "\n   fix: " + TrustRule.SIDE_DOOR.fix());
                });
    }

    @Test
    void aTemplateWithoutResourcesHasNothingToJudge() {
        assertThat(findings(read("Stack", "", "", "", "{\"Parameters\": {}}"))).isEmpty();
    }

    @Test
    void resourcesThatAreNoneAreAFinding() {
        assertThat(findings(template("Stack", "", "", "\"Fn::ForEach::Roles\": []")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(TrustRule.UNREADABLE_TEMPLATE);
                    assertThat(finding.location()).isEqualTo("/Resources/Fn::ForEach::Roles");
                    assertThat(finding.path()).isEqualTo("Stack");
                });
    }

    @Test
    void aPolicyThatIsNoneIsAFindingAndTheOtherRolesAreJudged() {
        String broken =
                "\"Broken\": {\"Type\": \"AWS::IAM::Role\", \"Properties\": {\"AssumeRolePolicyDocument\": []}}";

        assertThat(rules(template("Stack", "", "", broken, role("\"" + ARN + "\"", "sts:*", EXACT))))
                .contains(TrustRule.MALFORMED_POLICY, TrustRule.SIDE_DOOR);
    }

    @Test
    void aRoleWithoutAPolicyIsAFinding() {
        assertThat(rules(template("Stack", "", "", "\"Role\": {\"Type\": \"AWS::IAM::Role\"}")))
                .containsExactly(TrustRule.MALFORMED_POLICY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"deploy/octo-repo\"",
                "\"\"",
                "\"deploy octo\"",
                "\"d\u00e9ploy\"",
                "{\"Fn::Sub\": \"deploy/${Stage}\"}",
                "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\""
            })
    void aNameThatIamDoesNotTakeIsAFinding(String name) {
        assertThat(findings(template("Stack", "", "", named(name))))
                .filteredOn(finding -> finding.rule() == TrustRule.ROLE_NAME)
                .singleElement()
                .satisfies(finding -> assertThat(finding.location()).isEqualTo("/Resources/Role/Properties/RoleName"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"deploy_1+2=3,4.5@6-7\"",
                "{\"Ref\": \"Name\"}",
                "{\"Fn::Sub\": \"deploy-${Stage}\"}",
                "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\""
            })
    void aNameThatIamTakesIsNone(String name) {
        assertThat(rules(template("Stack", "", "", named(name)))).doesNotContain(TrustRule.ROLE_NAME);
    }

    private static String named(String name) {
        return role("\"" + ARN + "\"", "sts:AssumeRoleWithWebIdentity", EXACT)
                .replace("\"Properties\": {", "\"Properties\": {\"RoleName\": " + name + ", ");
    }

    /** The account is that of the stack, and the name that of the role. */
    @ParameterizedTest
    @CsvSource({
        "arn:aws:iam::111111111111:role/deploy, OTHER_PRINCIPAL",
        "arn:aws:iam::111111111111:role/ci/deploy, OTHER_PRINCIPAL",
        "arn:aws:sts::111111111111:assumed-role/deploy/me, OTHER_PRINCIPAL",
        "arn:aws:iam::111111111111:role/other, SIDE_DOOR",
        "arn:aws:iam::222222222222:role/deploy, FOREIGN_PRINCIPAL",
        "222222222222, FOREIGN_PRINCIPAL"
    })
    void anotherPrincipalIsSeenFromTheRole(String principal, TrustRule rule) {
        String role = named("\"deploy\"")
                .replace(
                        "\"Statement\": [",
                        "\"Statement\": [{\"Effect\": \"Allow\", \"Principal\": {\"AWS\": \"" + principal
                                + "\"}, \"Action\": \"sts:AssumeRole\"}, ");

        assertThat(rules(template("Stack", "111111111111", "us-east-1", role)))
                .filteredOn(
                        Set.of(TrustRule.OTHER_PRINCIPAL, TrustRule.SIDE_DOOR, TrustRule.FOREIGN_PRINCIPAL)::contains)
                .containsExactly(rule);
    }

    @Test
    void aProviderOfAnotherAccountIsAFinding() {
        String role = role("\"" + ARN + "\"", "sts:AssumeRoleWithWebIdentity", EXACT);
        String joined =
                "{\"Fn::Join\": [\"\", [\"arn:\", {\"Ref\": \"AWS::Partition\"}, \"" + ARN.substring(7) + "\"]]}";

        assertThat(findings(template("Stack", "222222222222", "us-east-1", role)))
                .filteredOn(finding -> finding.rule() == TrustRule.FOREIGN_PROVIDER)
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .isEqualTo(
                                "provider " + ARN + " is trusted by a role of account 222222222222, and IAM takes only "
                                        + "one of the role's own account, so no run can assume the role"));
        assertThat(rules(template(
                        "Stack", "222222222222", "us-east-1", role(joined, "sts:AssumeRoleWithWebIdentity", EXACT))))
                .contains(TrustRule.FOREIGN_PROVIDER);
        assertThat(rules(template("Stack", "111111111111", "cn-north-1", role))).contains(TrustRule.FOREIGN_PROVIDER);
        assertThat(rules(template("Stack", "111111111111", "us-east-1", role)))
                .doesNotContain(TrustRule.FOREIGN_PROVIDER);
        assertThat(rules(template("Stack", "", "", role))).doesNotContain(TrustRule.FOREIGN_PROVIDER);
    }

    @Test
    void theSameProviderInTwoStacksOfAnAccountIsAFindingInEach() {
        SynthesizedTemplate here = template("Here", "111111111111", "us-east-1", PROVIDER);
        SynthesizedTemplate there = template("There", "111111111111", "eu-central-1", PROVIDER);

        assertThat(findings(here, there))
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding.rule()).isEqualTo(TrustRule.PROVIDER_TWICE))
                .extracting(AppFinding::message)
                .contains("provider of https://token.actions.githubusercontent.com is made here and by There (GitHub), "
                        + "both in account 111111111111, which takes one, so the second deployment fails");
        assertThat(AppJudge.findings(List.of(here), List.of(here, there))).hasSize(1);
    }

    @Test
    void providersOfOtherAccountsStagesAndIssuersAreNone() {
        SynthesizedTemplate here = template("Here", "111111111111", "us-east-1", PROVIDER);
        String resources = "{\"Resources\": {" + PROVIDER + "}}";

        assertThat(findings(here, template("There", "222222222222", "us-east-1", PROVIDER)))
                .isEmpty();
        assertThat(findings(here, template("There", "", "", PROVIDER))).isEmpty();
        assertThat(findings(read("Dev/Stack", "Dev", "", "", resources), read("Prod/Stack", "Prod", "", "", resources)))
                .isEmpty();
        assertThat(findings(
                        here,
                        template(
                                "There",
                                "111111111111",
                                "us-east-1",
                                PROVIDER.replace("githubusercontent.com", "githubusercontent.com/octo"))))
                .isEmpty();
        assertThat(findings(
                        here,
                        template(
                                "There",
                                "111111111111",
                                "us-east-1",
                                PROVIDER.replace("\"Type\"", "\"Condition\": \"IsFirst\", \"Type\""))))
                .isEmpty();
    }

    /** It may not even be about GitHub, so it fails no synth, and it is not passed over either. */
    @Test
    void whatOnlyTheDeploymentKnowsIsSaidToBeNotJudged() {
        String role = """
                "Role": {
                  "Type": "AWS::IAM::Role",
                  "Properties": {"AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [
                    {"Fn::If": ["IsProduction", {"Ref": "AWS::NoValue"}, {"Ref": "AWS::NoValue"}]}
                  ]}}
                }""";

        assertThat(rules(template("Stack", "", "", role))).containsExactly(TrustRule.NOT_JUDGED);
        assertThat(findings(template("Stack", "", "", role))).noneMatch(AppFinding::fails);
    }

    @Test
    void stacksOfOneStageThatNameNoAccountAreDeployedToOne() {
        assertThat(rules(template("Here", "", "", PROVIDER), template("There", "", "", PROVIDER)))
                .containsOnly(TrustRule.PROVIDER_TWICE)
                .hasSize(2);
    }

    @Test
    void anAudienceThatNobodyAsksForIsAFinding() {
        String more = PROVIDER.replace("[\"sts", "[\"https://github.com/octo-org\", \"sts");

        assertThat(findings(template("Stack", "", "", more))).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(TrustRule.EXTRA_AUDIENCES);
            assertThat(finding.location()).isEqualTo("/Resources/GitHub/Properties/ClientIdList");
            assertThat(finding.message())
                    .isEqualTo(
                            "provider of https://token.actions.githubusercontent.com takes tokens that were "
                                    + "minted for \"https://github.com/octo-org\" too, and no role of the app asks for them by name");
        });
        assertThat(rules(template(
                        "Stack",
                        "",
                        "",
                        more,
                        role("{\"Ref\": \"GitHub\"}", "sts:AssumeRoleWithWebIdentity", EXACT)
                                .replace("\"sts.amazonaws.com\"", "\"https://github.com/octo-org\""))))
                .doesNotContain(TrustRule.EXTRA_AUDIENCES);
    }

    @Test
    void aProviderThatTakesNoTokenOfItsRolesIsAFinding() {
        String other = PROVIDER.replace("[\"sts.amazonaws.com\"]", "[\"https://github.com/octo-org\"]");
        String role = role("{\"Ref\": \"GitHub\"}", "sts:AssumeRoleWithWebIdentity", EXACT);

        assertThat(findings(template("Stack", "", "", other, role)))
                .filteredOn(finding -> finding.logicalId().equals("GitHub"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(TrustRule.MISSING_AUDIENCE);
                    assertThat(finding.location()).isEqualTo("/Resources/GitHub/Properties/ClientIdList");
                    assertThat(finding.message())
                            .isEqualTo("provider of https://token.actions.githubusercontent.com takes no token for "
                                    + "sts.amazonaws.com, which its roles test, so every run that asks for "
                                    + "sts.amazonaws.com is refused");
                    assertThat(finding.fix()).isEqualTo("add sts.amazonaws.com to the provider's client ids");
                });
        assertThat(rules(template("Stack", "", "", PROVIDER, role))).doesNotContain(TrustRule.MISSING_AUDIENCE);
        assertThat(rules(template("Stack", "", "", other))).containsExactly(TrustRule.EXTRA_AUDIENCES);
    }

    @Test
    void aRoleThatTakesAnyAudienceProvesIt() {
        String more = PROVIDER.replace("[\"sts", "[\"https://github.com/octo-org\", \"sts");
        String any = role("{\"Ref\": \"GitHub\"}", "sts:AssumeRoleWithWebIdentity", EXACT)
                .replace("\"token.actions.githubusercontent.com:aud\": \"sts.amazonaws.com\",", "");

        assertThat(findings(template("Stack", "", "", more, any)))
                .filteredOn(finding -> finding.rule() == TrustRule.EXTRA_AUDIENCES)
                .singleElement()
                .satisfies(finding -> assertThat(finding.description())
                        .contains("\n   admits {\"aud\":\"https://github.com/octo-org\"", EXACT));
    }

    @Test
    void anAudienceThatARoleOfAnotherStackAsksForIsNoFinding() {
        String more = PROVIDER.replace("[\"sts", "[\"https://github.com/octo-org\", \"sts");
        String role = role("\"" + ARN + "\"", "sts:AssumeRoleWithWebIdentity", EXACT)
                .replace("\"sts.amazonaws.com\"", "\"https://github.com/octo-org\"");
        SynthesizedTemplate here = template("Here", "111111111111", "us-east-1", more);

        assertThat(AppJudge.findings(
                        List.of(here), List.of(here, template("There", "111111111111", "eu-central-1", role))))
                .isEmpty();
        assertThat(AppJudge.findings(
                        List.of(here), List.of(here, template("There", "222222222222", "eu-central-1", role))))
                .hasSize(1);
    }
}
