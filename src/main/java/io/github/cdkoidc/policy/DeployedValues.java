package io.github.cdkoidc.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cdkoidc.claims.CdkToken;
import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.claims.SubjectFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is taken for the parts of a value that only the deployment knows, where a policy is judged at its worst: the default of a
 * parameter, or else one fixed text that GitHub could mint there. So {@code repo:${Org}/*} is every repository of one owner. A whole
 * {@code sub} or {@code job_workflow_ref} without a default stays unknown.
 *
 * @param defaults the defaults of a template's parameters, by expressions such as {@code {"Ref": "Branch"}}
 */
public record DeployedValues(Map<JsonNode, String> defaults) {

    private static final Set<String> WHOLE =
            Set.of(GitHubClaim.SUB.claimName(), GitHubClaim.JOB_WORKFLOW_REF.claimName());
    private static final int LONGEST = 30;
    private static final String NAMELESS = "Deployed";

    /** The parts of a value of a claim, none of them unknown but a whole {@code sub} or {@code job_workflow_ref}. */
    List<ValuePart> in(List<ValuePart> pieces, String claim) {
        List<ValuePart> known = new ArrayList<>();
        StringBuilder before = new StringBuilder();
        for (int i = 0; i < pieces.size(); i++) {
            ValuePart piece = pieces.get(i);
            if (piece instanceof ValuePart.Deployed deployed) {
                String told = defaults.get(deployed.expression());
                if (told != null) {
                    piece = new ValuePart.Text(told);
                } else if (pieces.size() > 1 || !WHOLE.contains(claim)) {
                    String next = i + 1 < pieces.size() && pieces.get(i + 1) instanceof ValuePart.Text text
                            ? text.text()
                            : "";
                    piece = new ValuePart.Exact(text(name(deployed.expression()), claim, before.toString(), next));
                }
            }
            if (piece instanceof ValuePart.Text text) {
                before.append(text.text());
            } else if (piece instanceof ValuePart.Exact text) {
                before.append(text.text());
            }
            known.add(piece);
        }
        return List.copyOf(known);
    }

    /** A text that GitHub could mint between what stands before and after it in a value of the claim. */
    private static String text(String name, String claim, String before, String after) {
        if (claim.endsWith("_id") || before.endsWith(SubjectFormat.ID)) {
            return String.valueOf(1_000_000 + Math.floorMod(name.hashCode(), 9_000_000));
        }
        if (claim.equals(GitHubClaim.REF.claimName())) {
            return ref(name, before);
        }
        boolean endsRepository = before.indexOf(SubjectFormat.SLASH) < 0 && !after.startsWith(SubjectFormat.SLASH);
        if (claim.equals(GitHubClaim.REPOSITORY.claimName())) {
            return endsRepository ? name + SubjectFormat.SLASH + name : name;
        }
        return claim.equals(GitHubClaim.SUB.claimName()) ? SubjectFormat.part(name, before, after) : name;
    }

    private static String ref(String name, String before) {
        for (String start : List.of("refs/heads/", "heads/")) {
            if ("refs/heads/".equals(before + start)) {
                return start + name;
            }
        }
        return name;
    }

    /** A name that is short and legal for owners, repositories, branches and environments. */
    private static String name(JsonNode expression) {
        StringBuilder name = new StringBuilder();
        JsonNode reference = expression.isObject() && expression.size() == 1
                ? expression.elements().next()
                : expression;
        String written = reference.isTextual() ? reference.asText() : reference.toString();
        if (CdkToken.isIn(written)) {
            return NAMELESS;
        }
        written.chars()
                .filter(c -> c < 128 && Character.isLetterOrDigit(c))
                .limit(LONGEST)
                .forEach(c -> name.append((char) c));
        return name.isEmpty() ? NAMELESS : name.toString();
    }
}
