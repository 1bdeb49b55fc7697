package io.github.cdkoidc.assembly;

import io.github.cdkoidc.trust.rules.Finding;
import io.github.cdkoidc.trust.rules.Proof;
import io.github.cdkoidc.trust.rules.Severity;
import io.github.cdkoidc.trust.rules.TrustRule;
import java.util.Optional;

/**
 * A finding in an app.
 *
 * @param finding what a rule has found, its place a JSON pointer into the file
 * @param logicalId the resource; empty if it is the whole template
 * @param path the path of the construct that made it; empty if the app does not say
 * @param acknowledgement why it may stay, if the app says so
 */
public record AppFinding(
        Finding finding,
        String file,
        String logicalId,
        String path,
        Optional<ConstructMetadata.Acknowledgement> acknowledgement) {

    public AppFinding inFile(String other) {
        return new AppFinding(finding, other, logicalId, path, acknowledgement);
    }

    public TrustRule rule() {
        return finding.rule();
    }

    /** {@return where it is, a JSON pointer into the file} */
    public String location() {
        return finding.place();
    }

    public String message() {
        return finding.message();
    }

    public String fix() {
        return finding.fix();
    }

    public Optional<Proof> proof() {
        return finding.proof();
    }

    /** {@return whether this alone fails the synthesis, as an error does that is not acknowledged} */
    public boolean fails() {
        return rule().severity() == Severity.ERROR && acknowledgement.isEmpty();
    }

    /** What it is, where, and the witness, unless nothing is wrong with that run; the CDK's report has construct and fix beside it. */
    public String description() {
        String text = message() + "\n   at " + location();
        return proof().filter(shown -> rule().severity() != Severity.INFO)
                .map(shown -> text + "\n   " + shown)
                .orElse(text);
    }

    /** Everything, for a reader who has no report beside it. */
    @Override
    public String toString() {
        String construct = path.isEmpty() ? file : path;
        return rule().severity() + " " + ConstructMetadata.PREFIX + ":" + rule().id() + " " + construct
                + (logicalId.isEmpty() ? "" : " (" + logicalId + ")") + "\n   " + description() + "\n   "
                + acknowledgement
                        .map(answer -> "acknowledged: " + answer.reason())
                        .orElse("fix: " + fix());
    }
}
