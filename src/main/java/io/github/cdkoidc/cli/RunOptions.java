package io.github.cdkoidc.cli;

import static io.github.cdkoidc.cli.RepositoryOptions.OWNER_ID;
import static io.github.cdkoidc.cli.RepositoryOptions.REPOSITORY;
import static io.github.cdkoidc.cli.RepositoryOptions.REPOSITORY_ID;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.GitHubClaimsBuilder;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.cli.input.BadInputException;
import io.github.cdkoidc.cli.input.Inputs;
import io.github.cdkoidc.cli.input.TokenInput;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** What a run presents: a token, its claims, or what is said of the run. */
final class RunOptions {

    private static final String TOKEN = "--token";
    private static final String VARIABLE = "--token-variable";
    private static final String CLAIMS = "--claims";
    private static final String PULL_REQUEST = "--pull-request";
    private static final String CLASSIC = "--classic-subject";
    private static final List<String> OF_ONE_RUN = List.of("--branch", "--tag", PULL_REQUEST);
    private static final List<String> OF_A_REPOSITORY = List.of(
            OWNER_ID,
            REPOSITORY_ID,
            "--branch",
            "--tag",
            "--environment",
            PULL_REQUEST,
            "--event",
            "--audience",
            "--issuer",
            "--claim",
            CLASSIC);

    private RunOptions() {}

    static void describe(CommandSpec spec) {
        spec.addOption(Arguments.option(TOKEN, "FILE", "A file that holds the token, or - for standard input."));
        spec.addOption(Arguments.option(VARIABLE, "NAME", "A variable of the environment that holds the token."));
        spec.addOption(Arguments.option(CLAIMS, "FILE", "The token's claims, a JSON object; - for standard input."));
        RepositoryOptions.describe(spec, "The repository of the run.");
        spec.addOption(Arguments.flag(CLASSIC, "The repository presents its name without numbers."));
        spec.addOption(Arguments.option("--branch", "NAME", "The branch of the run."));
        spec.addOption(Arguments.option("--tag", "NAME", "The tag of the run."));
        spec.addOption(Arguments.option("--environment", "NAME", "The environment that the job names."));
        spec.addOption(Arguments.option(PULL_REQUEST, "NUMBER", "The pull request of the run."));
        spec.addOption(Arguments.option("--event", "NAME", "What started the run, such as workflow_dispatch."));
        spec.addOption(Arguments.option(
                "--audience", "NAME", "Whom the token is for. Default: " + GitHubClaims.DEFAULT_AUDIENCE + "."));
        spec.addOption(Arguments.option("--issuer", "URL", "Who mints the token. Default: github.com's."));
        spec.addOption(Arguments.options("--claim", "NAME=VALUE", "Any other claim; as often as needed."));
    }

    /** What is taken for granted of the run. */
    static List<String> notes(Arguments arguments) {
        boolean numbered = arguments.has(OWNER_ID)
                || arguments.has(CLASSIC)
                || arguments.has("--issuer")
                || arguments.value(REPOSITORY).orElse("@").contains("@");
        return numbered ? List.of() : List.of(RepositoryOptions.BY_NAME_ALONE);
    }

    /** The claims of the run. */
    static GitHubClaims of(Arguments arguments, Inputs inputs) {
        List<String> given = Stream.of(TOKEN, VARIABLE, CLAIMS, REPOSITORY)
                .filter(arguments::has)
                .toList();
        if (given.size() != 1) {
            throw arguments.wrong(
                    given.isEmpty()
                            ? "no run is given: write --repository OWNER/NAME with --branch NAME or the like, "
                                    + "--token FILE, or --claims FILE"
                            : String.join(" and ", given) + " say the same: write one of them");
        }
        List<String> more = OF_A_REPOSITORY.stream().filter(arguments::has).toList();
        if (!given.contains(REPOSITORY) && !more.isEmpty()) {
            throw arguments.wrong(more.get(0) + " goes with " + REPOSITORY + " alone: leave it out");
        }
        List<String> refs = OF_ONE_RUN.stream().filter(arguments::has).toList();
        if (refs.size() > 1) {
            throw arguments.wrong(String.join(" and ", refs) + " are of different runs: write one of them");
        }
        return switch (given.get(0)) {
            case TOKEN -> TokenInput.inFile(inputs, arguments.value(TOKEN).orElseThrow());
            case VARIABLE ->
                TokenInput.inVariable(inputs, arguments.value(VARIABLE).orElseThrow());
            case CLAIMS -> TokenInput.decoded(inputs, arguments.value(CLAIMS).orElseThrow());
            default -> said(arguments);
        };
    }

    private static GitHubClaims said(Arguments arguments) {
        try {
            GitHubClaimsBuilder run = GitHubClaims.of(RepositoryOptions.of(arguments));
            arguments.value("--branch").ifPresent(run::branch);
            arguments.value("--tag").ifPresent(run::tag);
            arguments
                    .value(PULL_REQUEST)
                    .ifPresent(number -> run.pullRequest((int) RepositoryOptions.number(arguments, PULL_REQUEST)));
            arguments.value("--environment").ifPresent(run::environment);
            arguments.value("--event").ifPresent(run::event);
            arguments.value("--audience").ifPresent(run::audience);
            arguments.value("--issuer").ifPresent(url -> run.issuer(GitHubIssuer.ofUrl(url)));
            if (arguments.has(CLASSIC)) {
                run.classicSubject();
            }
            arguments.values("--claim").forEach(claim -> claim(arguments, run, claim));
            return run.build();
        } catch (IllegalArgumentException e) {
            throw new BadInputException("the run", String.valueOf(e.getMessage()));
        }
    }

    private static void claim(Arguments arguments, GitHubClaimsBuilder run, String given) {
        int equals = given.indexOf('=');
        if (equals <= 0) {
            throw arguments.wrong("claim \"" + given + "\" has no name or no value: write --claim NAME=VALUE");
        }
        run.claim(given.substring(0, equals), given.substring(equals + 1));
    }
}
