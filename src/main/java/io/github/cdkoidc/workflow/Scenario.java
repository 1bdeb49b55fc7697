package io.github.cdkoidc.workflow;

import io.github.cdkoidc.claims.EventContext;
import io.github.cdkoidc.workflow.expression.ExpressionValue;
import io.github.cdkoidc.workflow.file.Trigger;
import io.github.cdkoidc.workflow.text.ClaimText;
import io.github.cdkoidc.workflow.text.GitHubGlob;
import io.github.cdkoidc.workflow.text.NameFilter;
import io.github.cdkoidc.workflow.text.TextPart;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One way in which a trigger starts runs: the ref that the run is of, and the inputs that were chosen.
 *
 * @param base the branch that a pull request is for, else empty
 * @param inputs the inputs that were chosen, by name in lower case
 */
record Scenario(
        Trigger trigger, ClaimText ref, ClaimText refType, ClaimText base, Map<String, ExpressionValue> inputs) {

    private static final String BRANCHES = "refs/heads/";
    private static final String TAGS = "refs/tags/";
    private static final ClaimText BRANCH = ClaimText.known("branch");
    private static final ClaimText NO_REF = new ClaimText.Unknown("ref_type", "a deployment of a commit has no ref");
    private static final ClaimText MERGE_REF = ClaimText.join(
            ClaimText.known("refs/pull/"), ClaimText.of(TextPart.Counted.NUMBER), ClaimText.known("/merge"));

    /** The ways in which a trigger starts runs. */
    static Stream<Scenario> of(Trigger trigger, ClaimText defaultBranch) {
        if (!trigger.understood() || trigger.kind().isEmpty()) {
            ClaimText any = new ClaimText.Unknown("ref", trigger.place() + " does not say which refs start runs");
            return Stream.of(new Scenario(trigger, any, any, any, Map.of()));
        }
        Optional<NameFilter> all = Optional.of(NameFilter.all());
        ClaimText base = names(trigger.branches().orElseGet(NameFilter::all));
        return switch (trigger.kind().get()) {
            case PUSH ->
                trigger.branches().isEmpty() && trigger.tags().isEmpty()
                        ? refs(trigger, all, all)
                        : refs(trigger, trigger.branches(), trigger.tags());
            case DISPATCH, CREATED -> refs(trigger, all, all);
            case RELEASE -> refs(trigger, Optional.empty(), all);
            case PULL_REQUEST -> pullRequest(trigger, base);
            case REVIEW -> Stream.of(new Scenario(trigger, MERGE_REF, BRANCH, base, Map.of()));
            case PULL_REQUEST_TARGET -> Stream.of(new Scenario(trigger, head(defaultBranch), BRANCH, base, Map.of()));
            case MERGE_GROUP -> Stream.of(of(trigger, queue(base), BRANCH));
            case DEPLOYMENT ->
                Stream.concat(refs(trigger, all, all), Stream.of(of(trigger, ClaimText.empty(), NO_REF)));
            case DEFAULT_BRANCH -> Stream.of(of(trigger, head(defaultBranch), BRANCH));
            case CALL -> Stream.empty();
        };
    }

    /** What the subject is made of without an environment. Of an event that GitHub does not document, that is not known. */
    EventContext context() {
        return trigger.kind().isEmpty() ? EventContext.EITHER : EventContext.of(trigger.event());
    }

    private static Scenario of(Trigger trigger, ClaimText ref, ClaimText type) {
        return new Scenario(trigger, ref, type, ClaimText.empty(), Map.of());
    }

    private static Stream<Scenario> refs(Trigger trigger, Optional<NameFilter> branches, Optional<NameFilter> tags) {
        return Stream.concat(
                branches.stream().flatMap(Scenario::split).map(name -> of(trigger, head(name), BRANCH)),
                tags.stream()
                        .flatMap(Scenario::split)
                        .map(name -> of(trigger, ClaimText.join(ClaimText.known(TAGS), name), ClaimText.known("tag"))));
    }

    /** The names that a filter spells out, one by one, and then the others. */
    private static Stream<ClaimText> split(NameFilter filter) {
        NameFilter rest = filter;
        for (String name : filter.names()) {
            rest = rest.without(GitHubGlob.literally(name));
        }
        return Stream.concat(
                filter.names().stream().map(ClaimText::known),
                rest.isPlainlyEmpty() ? Stream.empty() : Stream.of(ClaimText.of(new TextPart.RefName(rest))));
    }

    private static ClaimText names(NameFilter filter) {
        List<ClaimText> values = split(filter).toList();
        return values.size() == 1 ? values.get(0) : ClaimText.of(new TextPart.RefName(filter));
    }

    /** A merged pull request's last run is of the branch that it was merged into. */
    private static Stream<Scenario> pullRequest(Trigger trigger, ClaimText base) {
        Scenario open = new Scenario(trigger, MERGE_REF, BRANCH, base, Map.of());
        Scenario merged = new Scenario(trigger, head(base), BRANCH, base, Map.of());
        return trigger.types().contains("closed") ? Stream.of(open, merged) : Stream.of(open);
    }

    private static ClaimText queue(ClaimText base) {
        return ClaimText.join(
                ClaimText.known(BRANCHES + "gh-readonly-queue/"),
                base,
                ClaimText.known("/pr-"),
                ClaimText.of(TextPart.Counted.NUMBER),
                ClaimText.known("-"),
                ClaimText.of(TextPart.Counted.SHA));
    }

    private static ClaimText head(ClaimText branch) {
        return ClaimText.join(ClaimText.known(BRANCHES), branch);
    }

    /** The ref without {@code refs/heads/} or the like. */
    ClaimText refName() {
        List<TextPart> pieces = ref.pieces();
        return pieces.get(0) instanceof TextPart.Text text
                ? ClaimText.of(Stream.concat(
                        Stream.of(new TextPart.Text(text.text().replaceFirst("^refs/(heads|tags|pull)/", ""))),
                        pieces.stream().skip(1)))
                : new ClaimText.Unknown("ref_name", "the ref is not known");
    }

    /** Whether the context of the subject is a guess, and why. */
    Optional<String> assumption() {
        return context().isDocumented()
                ? Optional.empty()
                : Optional.of("GitHub does not document the subject of " + trigger.event() + " runs");
    }

    /** The same with the branch or tag narrowed down. */
    Scenario map(Function<TextPart, TextPart> names) {
        return new Scenario(trigger, ref.map(names), refType, base.map(names), inputs);
    }

    /** The same with an input chosen. */
    Scenario choose(String input, ExpressionValue value) {
        Map<String, ExpressionValue> chosen = new LinkedHashMap<>(inputs);
        chosen.put(input, value);
        return new Scenario(trigger, ref, refType, base, chosen);
    }
}
