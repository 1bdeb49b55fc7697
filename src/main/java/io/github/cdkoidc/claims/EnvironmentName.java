package io.github.cdkoidc.claims;

import java.util.Objects;

/** GitHub's one rule for the names of environments: 1 to 255 characters, any. */
final class EnvironmentName {

    private static final String INSTEAD = "write its name, such as environment(\"production\")";

    private EnvironmentName() {}

    /** The name itself, if an environment can be called so. */
    static String require(String name) {
        Objects.requireNonNull(name, "environment is null: " + INSTEAD);
        if (name.isBlank()) {
            throw new IllegalArgumentException("environment \"" + name
                    + "\" is blank, and no environment is called so: " + INSTEAD + ", or leave the call out");
        }
        if (name.length() > GitNames.LONGEST_ENVIRONMENT) {
            throw new IllegalArgumentException("environment of " + name.length() + " characters is longer than the "
                    + GitNames.LONGEST_ENVIRONMENT + " that GitHub takes: " + INSTEAD);
        }
        return name;
    }
}
