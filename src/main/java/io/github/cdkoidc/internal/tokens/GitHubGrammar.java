package io.github.cdkoidc.internal.tokens;

import static io.github.cdkoidc.claims.TextSet.anyCharacterBut;
import static io.github.cdkoidc.claims.TextSet.anyOf;
import static io.github.cdkoidc.claims.TextSet.oneOf;
import static io.github.cdkoidc.claims.TextSet.range;
import static io.github.cdkoidc.claims.TextSet.sequence;
import static io.github.cdkoidc.claims.TextSet.text;

import io.github.cdkoidc.claims.CharacterSet;
import io.github.cdkoidc.claims.GitNames;
import io.github.cdkoidc.claims.SubjectFormat;
import io.github.cdkoidc.claims.TenantKey;
import io.github.cdkoidc.claims.TextSet;
import io.github.cdkoidc.internal.automata.AutomatonBudget;
import io.github.cdkoidc.internal.automata.Dfa;
import io.github.cdkoidc.internal.automata.RegexLanguages;
import io.github.cdkoidc.internal.automata.TransitionGraph;
import java.util.List;

/**
 * What GitHub's claims can hold, by the rules of {@link GitNames}. Lengths are left to {@link TokenField#longest}.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/security/oidc">GitHub: OpenID Connect reference</a>
 */
final class GitHubGrammar {

    /** Excluded: a single one is not a character, and IAM does not accept pairs in a policy. */
    private static final CharacterSet SURROGATES = range('\ud800', '\udfff');

    static final TextSet TEXT = anyCharacterBut(SURROGATES).atLeastOnce();
    static final TextSet ACTOR = GitNames.OWNER.then(text("[bot]").optional());

    private static final TextSet REF_NAME = GitNames.REF.and(TEXT);
    static final TextSet BRANCH = text("refs/heads/").then(REF_NAME);
    static final TextSet TAG = text("refs/tags/").then(REF_NAME);
    static final TextSet PULL = sequence(text("refs/pull/"), GitNames.NUMBER, anyOf("/merge", "/head"));
    static final TextSet REF = BRANCH.or(TAG).or(PULL);

    /** A workflow's file, such as {@code octo-org/octo-repo/.github/workflows/deploy.yml@refs/heads/main}. */
    static final TextSet FILE = sequence(
            GitNames.OWNER,
            text("/"),
            GitNames.REPOSITORY,
            text("/.github/workflows/"),
            anyCharacterBut(oneOf("/@\u007f"), range('\0', '\u001f'), SURROGATES)
                    .atLeastOnce(),
            anyOf(".yml@", ".yaml@"),
            REF.or(GitNames.SHA));

    private static final TextSet VALUE = anyCharacterBut(oneOf(":"), SURROGATES).atLeastOnce();
    private static final CharacterSet SMALL = range('a', 'z');
    private static final CharacterSet DIGIT = range('0', '9');

    /**
     * A key and value of a customised {@code sub} that the tokens of any repository can hold. Those of an enterprise count too: its
     * repositories are not the ones that a policy names.
     */
    static final TextSet FREE = anyOf(List.of(
            text(SubjectFormat.PULL_REQUEST),
            anyOf(SubjectFormat.ENVIRONMENT, "workflow:").then(VALUE),
            anyOf("base_ref:", "head_ref:").then(REF_NAME.optional()),
            text(SubjectFormat.REF).then(REF),
            text("actor:").then(ACTOR),
            text("actor_id:").then(GitNames.NUMBER),
            text("event_name:").then(oneOf(SMALL, oneOf("_")).atLeastOnce()),
            anyOf("ref_type:branch", "ref_type:tag"),
            anyOf("repository_visibility:public", "repository_visibility:private", "repository_visibility:internal"),
            anyOf("runner_environment:github-hosted", "runner_environment:self-hosted"),
            anyOf("job_workflow_ref:", "workflow_ref:").then(FILE),
            anyOf("sha:", "workflow_sha:", "job_workflow_sha:").then(GitNames.SHA),
            anyOf("run_id:", "run_number:", "run_attempt:", "check_run_id:").then(GitNames.NUMBER),
            anyOf("ref_protected:true", "ref_protected:false"),
            anyOf("enterprise:", "enterprise_id:").then(VALUE),
            sequence(
                    text("repo_property_"),
                    oneOf(SMALL, range('A', 'Z'), DIGIT, oneOf("_-")).atLeastOnce(),
                    text(":"),
                    VALUE)));

    /** A key and value of a customised {@code sub} that only the tokens of a repository, or of its owner, hold. */
    static final TextSet OF_REPOSITORY = anyOf(TenantKey.ofRepositoryOrOwner().stream()
                    .map(key -> text(key.lead()))
                    .toList())
            .then(VALUE);

    /** Any other key and value of a customised {@code sub}. */
    static final TextSet OTHER = sequence(oneOf(SMALL, DIGIT, oneOf("_-")).atLeastOnce(), text(":"), VALUE.optional())
            .or(text(SubjectFormat.PULL_REQUEST))
            .without(OF_REPOSITORY);

    private GitHubGrammar() {}

    /** Some fields of a token, each with its end. */
    static TextSet fields(TextSet... fields) {
        TextSet texts = TextSet.empty();
        for (TextSet field : fields) {
            texts = sequence(texts, field, oneOf(String.valueOf(TransitionGraph.END)));
        }
        return texts;
    }

    /** The automaton of some texts. */
    static Dfa automaton(TextSet texts) {
        return RegexLanguages.of(texts, new AutomatonBudget(AutomatonBudget.EDGES));
    }
}
