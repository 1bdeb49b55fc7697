package io.github.cdkoidc.bench;

import io.github.cdkoidc.GitHubOidcProvider;
import io.github.cdkoidc.GitHubOidcRole;
import io.github.cdkoidc.claims.GitHubRepository;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Validations;
import software.amazon.awscdk.services.iam.CompositePrincipal;
import software.amazon.awscdk.services.iam.IOidcProvider;
import software.amazon.awscdk.services.iam.IPrincipal;
import software.amazon.awscdk.services.iam.OidcProviderNative;
import software.amazon.awscdk.services.iam.OpenIdConnectPrincipal;
import software.amazon.awscdk.services.iam.Role;
import software.constructs.Construct;

/** The same roles twice: with the library, and as they are written by hand. Each role trusts a repository of its own. */
enum Scenario {
    ROLES_OF_A_STACK {
        @Override
        IntConsumer library(Stack stack) {
            return i -> role(stack, i).subjects(repository(i).branch("main")).build();
        }

        @Override
        IntConsumer byHand(Stack stack) {
            IOidcProvider provider = providerByHand(stack);
            return i -> roleByHand(stack, i, exact(provider, i));
        }
    },

    PROVIDER_GIVEN {
        @Override
        IntConsumer library(Stack stack) {
            IOidcProvider provider = GitHubOidcProvider.forStack(stack);
            return i -> role(stack, i)
                    .subjects(repository(i).branch("main"))
                    .provider(provider)
                    .build();
        }

        @Override
        IntConsumer byHand(Stack stack) {
            return ROLES_OF_A_STACK.byHand(stack);
        }
    },

    PROVIDER_IMPORTED {
        @Override
        IntConsumer library(Stack stack) {
            IOidcProvider provider = GitHubOidcProvider.fromAccount(stack);
            return i -> role(stack, i)
                    .subjects(repository(i).branch("main"))
                    .provider(provider)
                    .build();
        }

        @Override
        IntConsumer byHand(Stack stack) {
            String arn = "arn:" + stack.getPartition() + ":iam::" + stack.getAccount() + ":oidc-provider/" + HOST;
            IOidcProvider provider = OidcProviderNative.fromOidcProviderArn(stack, "Provider", arn);
            return i -> roleByHand(stack, i, exact(provider, i));
        }
    },

    EXACT_AND_PATTERN {
        @Override
        IntConsumer library(Stack stack) {
            return i -> role(stack, i)
                    .subjects(repository(i).branch("main"), repository(i).branchesLike("release/v?"))
                    .build();
        }

        @Override
        IntConsumer byHand(Stack stack) {
            IOidcProvider provider = providerByHand(stack);
            return i -> {
                IPrincipal pattern = principal(provider, "StringLike", i, "release/v?");
                Role role = roleByHand(stack, i, new CompositePrincipal(exact(provider, i), pattern));
                // As the library warns of a pattern.
                Validations.of(role).addWarning("octo-org:releases", "whoever can push a branch of a release gets in");
            };
        }
    },

    SCOPE_PER_ROLE {
        @Override
        IntConsumer library(Stack stack) {
            return i -> role(new Construct(stack, "Scope" + i), i)
                    .subjects(repository(i).branch("main"))
                    .build();
        }

        @Override
        IntConsumer byHand(Stack stack) {
            IOidcProvider provider = providerByHand(stack);
            return i -> roleByHand(new Construct(stack, "Scope" + i), i, exact(provider, i));
        }
    };

    private static final String HOST = "token.actions.githubusercontent.com";

    /** Makes what the roles share, and then role after role. */
    abstract IntConsumer library(Stack stack);

    /** The same, with nothing but the CDK. */
    abstract IntConsumer byHand(Stack stack);

    private static GitHubRepository repository(int i) {
        return GitHubRepository.of("octo-org/octo-repo-" + i).withIds(123456, 456000 + i);
    }

    private static GitHubOidcRole.Builder role(Construct scope, int i) {
        return GitHubOidcRole.Builder.create(scope, "Role" + i);
    }

    private static Role roleByHand(Construct scope, int i, IPrincipal principal) {
        return Role.Builder.create(scope, "Role" + i).assumedBy(principal).build();
    }

    private static IOidcProvider providerByHand(Stack stack) {
        return OidcProviderNative.Builder.create(stack, "GitHubOidcProvider")
                .url("https://" + HOST)
                .clientIds(List.of("sts.amazonaws.com"))
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
    }

    private static IPrincipal exact(IOidcProvider provider, int i) {
        return principal(provider, "StringEquals", i, "main");
    }

    private static IPrincipal principal(IOidcProvider provider, String operator, int i, String branch) {
        List<String> subjects = List.of(
                "repo:octo-org/octo-repo-" + i + ":ref:refs/heads/" + branch,
                "repo:octo-org@123456/octo-repo-" + i + "@" + (456000 + i) + ":ref:refs/heads/" + branch);
        return new OpenIdConnectPrincipal(provider, conditions(operator, subjects));
    }

    private static Map<String, Object> conditions(String operator, List<String> subjects) {
        Map<String, Object> aud = Map.of(HOST + ":aud", "sts.amazonaws.com");
        Map<String, Object> sub = Map.of(HOST + ":sub", subjects);
        return operator.equals("StringEquals")
                ? Map.of(operator, Map.of(HOST + ":aud", "sts.amazonaws.com", HOST + ":sub", subjects))
                : Map.of("StringEquals", aud, operator, sub);
    }
}
