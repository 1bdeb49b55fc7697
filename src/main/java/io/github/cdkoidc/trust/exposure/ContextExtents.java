package io.github.cdkoidc.trust.exposure;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.internal.tokens.Context;
import io.github.cdkoidc.internal.tokens.TokenField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the branches, tags, environments and other names in a set of encoded tokens. */
record ContextExtents(LiteralNames names, WitnessTokens examples) {

    private static final String PULL_REQUEST = "pull_request";

    /** The admission of a group of tokens; empty if no run of it has names that are short enough for GitHub. */
    Optional<Admission> admission(AdmissionBuilder group) {
        PrefixSet walk = group.walk();
        Extent branches = of(at(walk, Context.REF).text("refs/heads/"), TokenField.REF, NameKind.BRANCH);
        Extent tags = of(at(walk, Context.REF).text("refs/tags/"), TokenField.REF, NameKind.TAG);
        Extent environments = of(at(walk, Context.ENVIRONMENT), TokenField.ENVIRONMENT, NameKind.ENVIRONMENT);
        Extent pullRequests = pullRequests(walk);
        List<Extent> all = List.of(branches, tags, environments, pullRequests);
        if (all.stream().allMatch(Extent::isNone)) {
            return Optional.empty();
        }
        // A token of a branch is the easiest to read, so it comes first.
        Optional<GitHubClaims> example =
                all.stream().flatMap(extent -> extent.example().stream()).findFirst();
        return Optional.of(group.build(branches, tags, environments, pullRequests, example, successor(group)));
    }

    /** The admission of a group of tokens with a customised {@code sub}, which need not hold the run. */
    Admission admissionByTemplate(AdmissionBuilder group) {
        Extent any = new Extent.Unknown(List.of("a customised sub need not say which run it is of"));
        return group.build(any, any, any, any, examples.of(group.walk(), TokenField.AFTER), successor(group));
    }

    private Optional<GitHubClaims> successor(AdmissionBuilder group) {
        return group.isNamed() ? examples.of(group.walkByNamesAlone(), TokenField.AFTER) : Optional.empty();
    }

    private static PrefixSet at(PrefixSet walk, Context context) {
        PrefixSet at = walk.field(TokenField.CONTEXT, String.valueOf(context.mark()));
        return context == Context.ENVIRONMENT ? at : at.field(TokenField.ENVIRONMENT, "");
    }

    private Extent pullRequests(PrefixSet walk) {
        PrefixSet open = at(walk, Context.PULL_REQUEST);
        PrefixSet merged = at(walk, Context.MERGED_PULL_REQUEST);
        if (open.isEmpty() && merged.isEmpty()) {
            return new Extent.These(Map.of());
        }
        return new Extent.These(Map.of(PULL_REQUEST, examples.of(open.isEmpty() ? merged : open, TokenField.CONTEXT)));
    }

    /** The names that a field, or the rest of it, can hold. */
    Extent of(PrefixSet walk, TokenField field, NameKind kind) {
        PrefixSet others = walk.fieldBut(field, names.lookup(kind));
        if (!others.isEmpty()) {
            Optional<GitHubClaims> example = examples.of(others, field);
            return example.isPresent()
                    ? new Extent.Unbounded(example.get())
                    : new Extent.Unknown(examples.lastReasons());
        }
        Map<String, Optional<GitHubClaims>> found = new LinkedHashMap<>();
        for (String name : names.of(kind)) {
            PrefixSet named = walk.field(field, name);
            if (!named.isEmpty()) {
                found.put(name, examples.of(named, field));
            }
        }
        return new Extent.These(found);
    }
}
