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
    checkClassPath(new File(basedir, "target/${directory}.classpath"))
}

// Whoever imports the library gets aws-cdk-lib, what that brings, and this; nothing that is optional.
void checkClassPath(File list) {
    def artifacts = list.readLines().findAll { it.endsWith(".jar") }.collect { jar ->
        (jar =~ "/it-repository/(.+)/[^/]+/[^/]+[.]jar")[0][1]
    }
    def ofTheCdk = ["software/amazon/", "software/constructs/", "com/fasterxml/jackson/", "org/jetbrains/", "javax/annotation/"]
    assert artifacts.contains("software/amazon/awscdk/aws-cdk-lib")
    assert artifacts.findAll { artifact -> !ofTheCdk.any { artifact.startsWith(it) } }.toSorted() == [
        "io/github/cdkoidc/github-oidc-role",
        "org/jspecify/jspecify",
    ]
}

check("oldest", "2.257.0")
check("newest", "2.272.0")
