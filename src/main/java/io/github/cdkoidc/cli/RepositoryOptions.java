package io.github.cdkoidc.cli;

import io.github.cdkoidc.claims.GitHubRepository;
import picocli.CommandLine.Model.CommandSpec;

/** Which repository a command is about. */
final class RepositoryOptions {

    static final String REPOSITORY = "--repository";
    static final String OWNER_ID = "--owner-id";
    static final String REPOSITORY_ID = "--repository-id";

    /** What is taken for granted of a repository on github.com without numbers. */
    static final String BY_NAME_ALONE =
            "The numbers of the repository are not given, so the run is taken to present its name alone. One that was "
                    + "created, renamed or transferred since 2026-07-15 presents numbers too: add " + OWNER_ID + " and "
                    + REPOSITORY_ID + ", which gh api repos/OWNER/NAME --jq '.owner.id, .id' prints.";

    private RepositoryOptions() {}

    static void describe(CommandSpec spec, String whose) {
        spec.addOption(Arguments.option(REPOSITORY, "OWNER/NAME", whose));
        spec.addOption(Arguments.option(OWNER_ID, "NUMBER", "The owner's number, which GitHub writes into sub."));
        spec.addOption(Arguments.option(REPOSITORY_ID, "NUMBER", "The repository's number."));
    }

    /** The repository that is given. A name that GitHub does not allow is an {@link IllegalArgumentException}. */
    static GitHubRepository of(Arguments arguments) {
        GitHubRepository repository =
                GitHubRepository.of(arguments.value(REPOSITORY).orElseThrow());
        if (arguments.has(OWNER_ID) != arguments.has(REPOSITORY_ID)) {
            throw arguments.wrong(OWNER_ID + " and " + REPOSITORY_ID
                    + " go together, because GitHub writes both: write the other too");
        }
        return arguments.has(OWNER_ID)
                ? repository.withIds(number(arguments, OWNER_ID), number(arguments, REPOSITORY_ID))
                : repository;
    }

    /** The number that is given. */
    static long number(Arguments arguments, String option) {
        String given = arguments.value(option).orElseThrow();
        if (!given.matches("\\d{1,18}")) {
            throw arguments.wrong(option + " \"" + given + "\" is not a number: write digits");
        }
        return Long.parseLong(given);
    }
}
