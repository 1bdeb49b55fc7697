package io.github.cdkoidc.trust;

/** Writes JSON pointers into a policy, whose statements are a list. */
final class Place {

    private Place() {}

    static String of(StatementJudge statement) {
        return "/Statement/" + (statement.number() - 1);
    }

    static String of(StatementJudge statement, Condition condition) {
        return of(statement) + "/Condition/" + escaped(condition.operator().iamName()) + "/" + escaped(condition.key());
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
