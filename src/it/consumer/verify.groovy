import groovy.json.JsonSlurper

void check(String directory, String cdkVersion) {
    def assembly = new File(basedir, "target/$directory")
    def app = new JsonSlurper().parse(new File(assembly, "tree.json")).tree
    assert app.constructInfo.version == cdkVersion

    def resources = new JsonSlurper().parse(new File(assembly, "Consumer.template.json")).Resources.values()
    def role = resources.find { it.Type == "AWS::IAM::Role" }
    def statements = role.Properties.AssumeRolePolicyDocument.Statement
    assert statements.Action == ["sts:AssumeRoleWithWebIdentity"]
    assert statements.Condition == [[StringEquals: [
        "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
        "token.actions.githubusercontent.com:sub": [
            "repo:octo-org/octo-repo:ref:refs/heads/main",
            "repo:octo-org@123456/octo-repo@456789:ref:refs/heads/main",
        ],
    ]]]
}

check("oldest", "2.257.0")
check("newest", "2.263.0")
