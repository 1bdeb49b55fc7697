package io.github.cdkoidc.soundness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IamOracleTest {

    private static final Map<String, String> RUN = Map.of(
            "sub", "repo:octo-org/octo-repo:ref:refs/heads/main",
            "aud", "sts.amazonaws.com",
            "ref", "refs/heads/main",
            "repository_id", "56789",
            "repository_owner", "octo-org");

    private static String statement(String effect, String condition) {
        return "{'Effect':'%s','Principal':{'Federated':'%s'},'Action':'%s','Condition':{%s}}"
                .formatted(
                        effect,
                        "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com",
                        "sts:AssumeRoleWithWebIdentity",
                        condition);
    }

    private static String policy(String... statements) {
        return "{'Version':'2012-10-17','Statement':[%s]}"
                .formatted(String.join(",", statements))
                .replace("gh:", "token.actions.githubusercontent.com:")
                .replace('\'', '"');
    }

    private static Certainty answer(String policy) {
        return new IamOracle(policy, Map.of("Org", "octo-org")).admits(RUN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    TRUE    | 'StringEquals':{'gh:sub':'repo:octo-org/octo-repo:ref:refs/heads/main'}
                    TRUE    | 'StringEquals':{'gh:sub':['x','repo:octo-org/octo-repo:ref:refs/heads/main']}
                    TRUE    | 'StringEquals':{'Token.Actions.GithubUserContent.com:SUB':'repo:octo-org/octo-repo:ref:refs/heads/main'}
                    FALSE   | 'StringEquals':{'gh:sub':'repo:Octo-org/octo-repo:ref:refs/heads/main'}
                    TRUE    | 'StringEqualsIgnoreCase':{'gh:sub':'repo:Octo-org/octo-repo:ref:refs/heads/main'}
                    FALSE   | 'StringEquals':{'gh:sub':'repo:octo-org/*'}
                    TRUE    | 'StringLike':{'gh:sub':'repo:octo-org/*'}
                    TRUE    | 'StringLike':{'gh:sub':'repo:octo-org/octo-rep?:*'}
                    FALSE   | 'StringLike':{'gh:sub':'repo:octo-org/octo-repo?:*'}
                    FALSE   | 'StringLike':{'gh:sub':'repo:Octo-org/*'}
                    FALSE   | 'StringLike':{'gh:sub':'repo:octo-org/*'},'StringEquals':{'gh:ref':'refs/heads/x'}
                    FALSE   | 'StringNotLike':{'gh:sub':['x','repo:octo-org/*']}
                    TRUE    | 'StringNotLike':{'gh:sub':['x','y']}
                    FALSE   | 'StringEquals':{'gh:sub':[]}
                    FALSE   | 'StringEquals':{'gh:environment':'prod'}
                    TRUE    | 'StringEqualsIfExists':{'gh:environment':'prod'}
                    TRUE    | 'StringNotEquals':{'gh:environment':'prod'}
                    TRUE    | 'ForAllValues:StringEquals':{'gh:environment':'prod'}
                    FALSE   | 'ForAnyValue:StringEquals':{'gh:environment':'prod'}
                    FALSE   | 'ForAllValues:StringEquals':{'gh:ref':'refs/heads/x'}
                    TRUE    | 'ForAnyValue:StringEquals':{'gh:ref':'refs/heads/main'}
                    FALSE   | 'StringEquals':{'gh:repository_owner':'octo-org'}
                    TRUE    | 'Null':{'gh:environment':'true'}
                    FALSE   | 'Null':{'gh:environment':false}
                    TRUE    | 'Null':{'gh:sub':'false'}
                    TRUE    | 'NumericEquals':{'gh:repository_id':56789}
                    FALSE   | 'NumericEquals':{'gh:repository_id':'1'}
                    UNKNOWN | 'Bool':{'aws:SecureTransport':'true'}
                    UNKNOWN | 'Null':{'aws:SourceIp':'true'}
                    FALSE   | 'Bool':{'aws:SecureTransport':'true'},'StringLike':{'gh:sub':'x*'}
                    UNKNOWN | 'StringLike':{'gh:sub':'repo:${aws:PrincipalTag/org}/*'}
                    FALSE   | 'StringLike':{'gh:sub':'repo:${aws:PrincipalTag/org}/octo'}
                    FALSE   | 'StringLike':{'gh:sub':'repo:octo-org/${*}'}
                    FALSE   | 'StringEquals':{'gh:ref':'refs/heads/${$}{x}'}
                    UNKNOWN | 'StringEquals':{'gh:ref':{'Ref':'Branch'}}
                    TRUE    | 'StringLike':{'gh:sub':{'Fn::Sub':'repo:${Org}/*'}}
                    UNKNOWN | 'StringLike':{'gh:sub':{'Fn::Sub':'repo:${Org}/${Repo}:*'}}
                    FALSE   | 'StringLike':{'gh:sub':{'Fn::Sub':'repo:x${Org}/*'}}
                    UNKNOWN | 'StringLike':{'gh:sub':{'Fn::If':['C','repo:octo-org/*','x']}}
                    FALSE   | 'StringLike':{'gh:sub':{'Fn::If':['C','y','x']}}
                    """)
    void answersAsIamDoes(Certainty expected, String condition) {
        assertThat(answer(policy(statement("Allow", condition)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    FALSE   | 'StringLike':{'gh:sub':'repo:*'}
                    TRUE    | 'StringLike':{'gh:sub':'x'}
                    UNKNOWN | 'Bool':{'aws:SecureTransport':'false'}
                    FALSE   | 'Null':{'gh:environment':'true'}
                    """)
    void deniesWhatADenyAppliesTo(Certainty expected, String condition) {
        String allow = statement("Allow", "'StringLike':{'gh:sub':'repo:octo-org/*'}");

        assertThat(answer(policy(allow, statement("Deny", condition)))).isEqualTo(expected);
        assertThat(answer(policy(statement("Deny", condition), allow))).isEqualTo(expected);
        assertThat(answer(policy(statement("Deny", condition)))).isEqualTo(Certainty.FALSE);
    }

    @ParameterizedTest
    @CsvSource({
        "sts:assumerolewithwebidentity,TRUE",
        "sts:*,TRUE",
        "*,TRUE",
        "sts:AssumeRole?ithWebIdentity,TRUE",
        "sts:AssumeRole,FALSE",
        "sts:TagSession,FALSE"
    })
    void actionsFoldCaseAndHoldWildcards(String action, Certainty expected) {
        assertThat(answer(policy(statement("Allow", "").replace("sts:AssumeRoleWithWebIdentity", action))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    {'AWS':'*'}                                  | TRUE    | TRUE
                    '*'                                          | TRUE    | TRUE
                    {'AWS':'999988887777'}                       | FALSE   | TRUE
                    {'AWS':'arn:aws:iam::111122223333:root'}     | FALSE   | FALSE
                    {'Federated':'accounts.google.com'}          | FALSE   | FALSE
                    {'Federated':{'Ref':'Provider'}}             | UNKNOWN | FALSE
                    {'Federated':'*'}                            | TRUE    | FALSE
                    {'Service':'ec2.amazonaws.com'}              | FALSE   | FALSE
                    """)
    void principals(String principal, Certainty run, Certainty foreignAccount) {
        String policy = policy("{'Effect':'Allow','Principal':%s,'Action':'sts:*'}".formatted(principal));

        assertThat(answer(policy)).isEqualTo(run);
        assertThat(new IamOracle(policy, Map.of()).admitsForeignAccount()).isEqualTo(foreignAccount);
    }
}
