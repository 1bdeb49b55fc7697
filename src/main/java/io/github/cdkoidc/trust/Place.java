package io.github.cdkoidc.trust;

/** Writes JSON pointers into a policy, whose statements are a list and have numbers from 1. */
final class Place {

    private Place() {}

    static String of(int statement) {
        return "/Statement/" + (statement - 1);
    }

    static String of(int statement, Condition condition) {
        return of(statement) + "/Condition/" + escaped(condition.operator().iamName()) + "/" + escaped(condition.key());
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
