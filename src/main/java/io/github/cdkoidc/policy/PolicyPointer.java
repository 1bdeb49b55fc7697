package io.github.cdkoidc.policy;

/** Writes JSON pointers into a policy, whose statements are a list and have numbers from 1. */
public final class PolicyPointer {

    private PolicyPointer() {}

    public static String of(int statement) {
        return "/Statement/" + (statement - 1);
    }

    public static String of(int statement, Condition condition) {
        return of(statement) + "/Condition/" + escaped(condition.operator().iamName()) + "/" + escaped(condition.key());
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
