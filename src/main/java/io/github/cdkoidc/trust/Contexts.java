package io.github.cdkoidc.trust;

import io.github.cdkoidc.claims.GitHubClaims;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out which names of one kind the words go on with, and whether of one repository that is any run. */
final class Contexts {

    private static final String PULL_REQUEST = "pull_request";

    private final WrittenNames names;
    private final Examples examples;

    Contexts(WrittenNames names, Examples examples) {
        this.names = names;
        this.examples = examples;
    }

    /** What a group of tokens is of; nothing if no run of it has names that are short enough for GitHub. */
    Optional<Admission> admission(Group group) {
        Walk walk = group.walk();
        Extent branches = of(at(walk, Context.REF).text("refs/heads/"), Segment.REF, NameKind.BRANCH);
        Extent tags = of(at(walk, Context.REF).text("refs/tags/"), Segment.REF, NameKind.TAG);
        Extent environments = of(at(walk, Context.ENVIRONMENT), Segment.ENVIRONMENT, NameKind.ENVIRONMENT);
        Extent pullRequests = pullRequests(walk);
        List<Extent> all = List.of(branches, tags, environments, pullRequests);
        if (all.stream().allMatch(Extent::isNone)) {
            return Optional.empty();
        }
        // A token of a branch says most plainly what it is, so it comes first.
        Optional<GitHubClaims> example =
                all.stream().flatMap(extent -> extent.example().stream()).findFirst();
        return Optional.of(new Admission(group, branches, tags, environments, pullRequests, example, successor(group)));
    }

    /** What a group of tokens with a customised {@code sub} is of. Which runs those are, the template need not say. */
    Admission admissionByTemplate(Group group) {
        Extent any = new Extent.Unknown(List.of("a customised sub need not say which run it is of"));
        return new Admission(group, any, any, any, any, examples.of(group.walk(), Segment.AFTER), successor(group));
    }

    private Optional<GitHubClaims> successor(Group group) {
        return group.isNamed() ? examples.of(group.walkByNamesAlone(), Segment.AFTER) : Optional.empty();
    }

    private static Walk at(Walk walk, Context context) {
        Walk at = walk.segment(Segment.CONTEXT, String.valueOf(context.mark()));
        return context == Context.ENVIRONMENT ? at : at.segment(Segment.ENVIRONMENT, "");
    }

    private Extent pullRequests(Walk walk) {
        Walk surely = at(walk, Context.PULL_REQUEST);
        Walk perhaps = at(walk, Context.PULL_REQUEST_OF_BRANCH);
        if (surely.isEmpty() && perhaps.isEmpty()) {
            return new Extent.These(Map.of());
        }
        return new Extent.These(
                Map.of(PULL_REQUEST, examples.of(surely.isEmpty() ? perhaps : surely, Segment.CONTEXT)));
    }

    /** Which names a segment, or the rest of one, can have. */
    Extent of(Walk walk, Segment segment, NameKind kind) {
        Walk others = walk.segmentBut(segment, names.lookup(kind));
        if (!others.isEmpty()) {
            Optional<GitHubClaims> example = examples.of(others, segment);
            return example.isPresent()
                    ? new Extent.Unbounded(example.get())
                    : new Extent.Unknown(examples.lastDoubts());
        }
        Map<String, Optional<GitHubClaims>> found = new LinkedHashMap<>();
        for (String name : names.of(kind)) {
            Walk named = walk.segment(segment, name);
            if (!named.isEmpty()) {
                found.put(name, examples.of(named, segment));
            }
        }
        return new Extent.These(found);
    }
}
