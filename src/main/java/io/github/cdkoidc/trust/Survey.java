package io.github.cdkoidc.trust;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds out of a language of {@link TokenWord}s whose tokens they are. Owners and repositories are told apart by the names and numbers
 * that the policies write out, and only where such a name or number makes a difference: where one that is not written out would be
 * followed by the same, it is one of any.
 */
final class Survey {

    /** As many as a policy of IAM's largest size names with room to spare, and more than anybody reads. */
    private static final int MOST = 1_000;

    private final Dfa words;
    private final WrittenNames names;
    private final Examples examples;
    private final Map<String, Group> groups = new LinkedHashMap<>();

    Survey(Dfa words, WrittenNames names, Examples examples) {
        this.words = words;
        this.names = names;
        this.examples = examples;
    }

    /** Who gets in. */
    List<Admission> admissions(Mintable mintable) {
        for (Spelling spelling : mintable.spellings()) {
            Walk walk = Walk.start(words)
                    .segment(Segment.ISSUER)
                    .segment(Segment.SPELLING, String.valueOf(spelling.mark()))
                    .segment(Segment.BEFORE);
            if (!walk.isEmpty()) {
                repositories(spelling, walk);
            }
        }
        List<Admission> admissions = new ArrayList<>();
        Contexts contexts = new Contexts(names, examples);
        for (Group group : groups.values()) {
            if (mintable == Mintable.BY_DEFAULT) {
                contexts.admission(group).ifPresent(admissions::add);
            } else {
                admissions.add(contexts.admissionByTemplate(group));
            }
        }
        return admissions;
    }

    private void repositories(Spelling spelling, Walk walk) {
        for (Part owner : split(walk, Segment.OWNER, NameKind.OWNER)) {
            for (Part ownerId : split(owner.walk(), Segment.OWNER_ID, NameKind.NUMBER)) {
                for (Part repository : split(ownerId.walk(), Segment.REPOSITORY, NameKind.REPOSITORY)) {
                    for (Part repositoryId : split(repository.walk(), Segment.REPOSITORY_ID, NameKind.NUMBER)) {
                        Walk behind = repositoryId.walk().segment(Segment.AFTER);
                        Group group =
                                group(name(owner.name(), ownerId.name()), name(repository.name(), repositoryId.name()));
                        boolean byNamesAlone = ownerId.name() == null && repositoryId.name() == null;
                        group.add(spelling, behind, byNamesAlone);
                    }
                }
            }
        }
    }

    private static String name(@Nullable String name, @Nullable String id) {
        if (name != null) {
            return name;
        }
        return id == null ? Admission.ANY : Admission.NUMBER + id;
    }

    private Group group(String owner, String repository) {
        if (groups.size() == MOST) {
            throw new Budget.SpentException("names combine in more than " + MOST + " ways");
        }
        String key = (owner + "/" + repository).toLowerCase(Locale.ROOT);
        return groups.computeIfAbsent(key, unseen -> new Group(owner, repository, Walk.nowhere(words)));
    }

    /**
     * Some of the beginnings.
     *
     * @param name the name that they end with; nothing for all names that make no difference
     * @param walk the beginnings
     */
    private record Part(@Nullable String name, Walk walk) {}

    /** Tells apart the names of a segment. */
    private List<Part> split(Walk walk, Segment segment, NameKind kind) {
        List<Part> parts = new ArrayList<>();
        Walk others = walk.segmentBut(segment, names.lookup(kind));
        if (!others.isEmpty()) {
            parts.add(new Part(null, others));
        }
        for (String name : names.of(kind)) {
            Walk named = walk.segment(segment, name);
            if (!others.covers(named)) {
                parts.add(new Part(name, named));
            }
        }
        return parts;
    }
}
