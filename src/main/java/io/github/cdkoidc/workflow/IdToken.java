package io.github.cdkoidc.workflow;

import io.github.cdkoidc.claims.GitHubRepository;
import io.github.cdkoidc.internal.yaml.SourceLocation;
import io.github.cdkoidc.workflow.file.Job;
import io.github.cdkoidc.workflow.file.Permissions;
import io.github.cdkoidc.workflow.file.Workflow;
import java.util.Optional;

/**
 * Whether a job can ask GitHub for a token. A pull request from a fork normally cannot, whatever the workflow says.
 *
 * @param granted whether it can, if that is known
 * @param why why it can, cannot, or why that is not known
 * @param place what decides it: the permissions, or the job that has none
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#how-permissions-are-calculated-for-a-workflow-job">
 *     GitHub: how permissions are calculated</a>
 */
public record IdToken(Optional<Boolean> granted, String why, SourceLocation place) {

    private static final String BY_DEFAULT = "there are no permissions, and by default no job gets id-token: write";
    private static final String REPOSITORY_SETTING =
            "the caller has no permissions: the run starts only if the workflow "
                    + "permissions of the repository are read and write";

    /** Of a job of the file that was triggered. */
    static IdToken of(Job job, Workflow file) {
        return job.permissions().or(file::permissions).map(IdToken::of).orElseGet(() -> no(BY_DEFAULT, job.place()));
    }

    /** Of a job of a file that was called by a job with these permissions, which are the most that it can get. */
    static IdToken called(Job job, Workflow file, Optional<Permissions> ofCaller) {
        Optional<Permissions> wanted = job.permissions().or(file::permissions);
        if (wanted.isEmpty()) {
            return ofCaller.map(IdToken::of).orElseGet(() -> no(BY_DEFAULT, job.place()));
        }
        IdToken token = of(wanted.get());
        if (token.granted().equals(Optional.of(false))) {
            return token;
        }
        if (ofCaller.isEmpty()) {
            return unknown(REPOSITORY_SETTING, token.place());
        }
        return ofCaller.get().idToken().equals(Optional.of(false))
                ? no(
                        "the called job asks for id-token: write, and "
                                + ofCaller.get().place() + " does not grant it, so the run does not start",
                        ofCaller.get().place())
                : token.granted().isEmpty() ? token : of(ofCaller.get());
    }

    /** Of the jobs of a file that is not here. */
    static IdToken remote(Job.Call call, Optional<Permissions> ofCaller, GitHubRepository repository) {
        if (ofCaller.isPresent()) {
            return ofCaller.get().idToken().equals(Optional.of(false))
                    ? of(ofCaller.get())
                    : unknown(call.workflow() + " is not read, and may ask for less than it is granted", call.place());
        }
        if (call.localFile().isPresent()) {
            return unknown(call.workflow() + " is not a file that was read and can be called", call.place());
        }
        String owner = repository.owner() + "/";
        boolean sameOwner = call.workflow().regionMatches(true, 0, owner, 0, owner.length());
        String why = sameOwner
                ? REPOSITORY_SETTING
                : "the caller has no permissions, and a workflow outside of the organization or enterprise gets no token then";
        return unknown(why, call.place());
    }

    private static IdToken of(Permissions permissions) {
        return permissions
                .idToken()
                .map(granted -> granted
                        ? new IdToken(Optional.of(true), "id-token: write", permissions.place())
                        : no("the permissions do not have id-token: write", permissions.place()))
                .orElseGet(() -> unknown("the permissions were not understood", permissions.place()));
    }

    private static IdToken no(String why, SourceLocation place) {
        return new IdToken(Optional.of(false), why, place);
    }

    private static IdToken unknown(String why, SourceLocation place) {
        return new IdToken(Optional.empty(), why, place);
    }
}
