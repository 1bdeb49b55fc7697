package io.github.cdkoidc;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Environment;

/** Which bootstrap roles {@link CdkBootstrapRoles} grants: of which qualifier, in which accounts and regions. */
public final class CdkBootstrapRolesOptions {

    private final @Nullable String qualifier;
    private final List<Environment> environments;

    private CdkBootstrapRolesOptions(Builder builder) {
        this.qualifier = builder.qualifier;
        this.environments = builder.environments;
    }

    /** {@return a builder} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * {@return the qualifier of {@code cdk bootstrap --qualifier}, or nothing for the one that the stack's own synthesizer uses}
     */
    public Optional<String> getQualifier() {
        return Optional.ofNullable(qualifier);
    }

    /** {@return the accounts and regions that are deployed to; empty for the stack's own} */
    public List<Environment> getEnvironments() {
        return environments;
    }

    /** Builds {@link CdkBootstrapRolesOptions}. Every method checks its own argument. */
    public static final class Builder implements software.amazon.jsii.Builder<CdkBootstrapRolesOptions> {

        private static final Pattern QUALIFIER = Pattern.compile("[A-Za-z0-9_-]{1,10}");
        private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
        private static final Pattern REGION = Pattern.compile("[a-z]{2,}(-[a-z]+)+-[0-9]+");

        private @Nullable String qualifier;
        private List<Environment> environments = List.of();

        private Builder() {}

        /**
         * Sets the qualifier. Default: the one that the stack's own synthesizer uses, {@code hnb659fds} unless it was changed.
         *
         * @param qualifier 1 to 10 of {@code A-Z a-z 0-9 _ -}
         * @return this builder
         * @throws IllegalArgumentException if it is not of that form
         */
        public Builder qualifier(String qualifier) {
            String given = IamRoleLimits.given(qualifier, "qualifier");
            this.qualifier = require(QUALIFIER, "qualifier", given, "1 to 10 of A-Z a-z 0-9 _ and -", "hnb659fds");
            return this;
        }

        /**
         * Sets the accounts and regions that are deployed to. Those of other accounts are bootstrapped with {@code --trust} and the
         * account of the role. Default: the stack's own.
         *
         * @param environments one or more, each with account and region
         * @return this builder
         * @throws IllegalArgumentException if there is none, or one has no account of 12 digits or no region
         */
        public Builder environments(Environment... environments) {
            return environments(Arrays.asList(IamRoleLimits.given(environments, "environments")));
        }

        /**
         * Sets the accounts and regions that are deployed to. Those of other accounts are bootstrapped with {@code --trust} and the
         * account of the role. Default: the stack's own.
         *
         * @param environments one or more, each with account and region
         * @return this builder
         * @throws IllegalArgumentException if there is none, or one has no account of 12 digits or no region
         */
        public Builder environments(List<Environment> environments) {
            if (IamRoleLimits.given(environments, "environments").isEmpty()) {
                throw new IllegalArgumentException(
                        "environments are empty, and a role that may deploy nowhere needs no grant: "
                                + "leave environments(…) out for the stack's own");
            }
            for (Environment environment : environments) {
                Objects.requireNonNull(environment, "environment is null: leave it out");
                require(ACCOUNT, "account", environment.getAccount(), "12 digits", "123456789012");
                require(REGION, "region", environment.getRegion(), "a region's code", "eu-central-1");
            }
            this.environments = List.copyOf(environments);
            return this;
        }

        private static String require(Pattern form, String what, @Nullable String given, String rule, String example) {
            String why = rule + ", so no bootstrap role has it in its name";
            return IamRoleLimits.requireForm(form, what, given, why, example);
        }

        @Override
        public CdkBootstrapRolesOptions build() {
            return new CdkBootstrapRolesOptions(this);
        }
    }
}
