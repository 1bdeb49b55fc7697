package io.github.cdkoidc.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActionsEnvironmentTest {

    private static final Map<String, String> ENV = Map.of(
            "GITHUB_REPOSITORY", "octo-org/octo-repo",
            "GITHUB_REPOSITORY_OWNER_ID", "123456",
            "GITHUB_REPOSITORY_ID", "456789",
            "GITHUB_REF", "refs/heads/main");

    @Test
    void theRepositoryOfAWorkflowIsInItsEnvironment() {
        assertThat(GitHubRepository.fromActionsEnvironment(ENV))
                .isEqualTo(GitHubRepository.of("octo-org/octo-repo").withIds(123456, 456789));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GITHUB_REPOSITORY", "GITHUB_REPOSITORY_OWNER_ID", "GITHUB_REPOSITORY_ID"})
    void aVariableOfTheEnvironmentIsNotMissing(String variable) {
        Map<String, String> missing = new HashMap<>(ENV);
        missing.remove(variable);

        assertNotSet(variable, missing);
        assertNotSet(variable, changed(variable, ""));
        assertNotSet(variable, changed(variable, " "));
    }

    private static void assertNotSet(String variable, Map<String, String> env) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GitHubRepository.fromActionsEnvironment(env))
                .withMessage("variable " + variable
                        + " is not set, and GitHub sets it for every step of a workflow: outside of one, "
                        + "write GitHubRepository.of(\"octo-org/octo-repo\").withIds(…)");
    }

    private static Map<String, String> changed(String variable, String value) {
        Map<String, String> env = new HashMap<>(ENV);
        env.put(variable, value);
        return env;
    }

    @Test
    void theRepositoryOfTheEnvironmentIsAFullName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GitHubRepository.fromActionsEnvironment(changed("GITHUB_REPOSITORY", "octo-repo")))
                .withMessage("repository \"octo-repo\" is not an owner and a name with one / between: "
                        + "write \"octo-org/octo-repo\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GITHUB_REPOSITORY_OWNER_ID", "GITHUB_REPOSITORY_ID"})
    void anIdOfTheEnvironmentIsItsDigits(String variable) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GitHubRepository.fromActionsEnvironment(changed(variable, "12x")))
                .withMessage("variable " + variable
                        + " \"12x\" is not a valid number on GitHub: write its digits alone, such as 123456");
    }
}
