package io.github.cdkoidc.trust.exposure;

import io.github.cdkoidc.internal.automata.AutomatonBudget;
import io.github.cdkoidc.internal.automata.Dfa;
import io.github.cdkoidc.internal.tokens.EncodedToken;
import io.github.cdkoidc.internal.tokens.MintableTokens;
import io.github.cdkoidc.internal.tokens.SubjectEncoding;
import io.github.cdkoidc.internal.tokens.TokenField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the owners and repositories of a set of {@link EncodedToken}s. A name or number that the policies write out is listed only where it
 * makes a difference. Where any other would be followed by the same, it stands for any.
 */
final class AdmissionEnumerator {

    /** More than a policy of IAM's largest size can name. */
    private static final int MOST = 1_000;

    private final Dfa words;
    private final LiteralNames names;
    private final WitnessTokens examples;
    private final Map<String, AdmissionBuilder> groups = new LinkedHashMap<>();

    AdmissionEnumerator(Dfa words, LiteralNames names, WitnessTokens examples) {
        this.words = words;
        this.names = names;
        this.examples = examples;
    }

    /** The admitted repositories. */
    List<Admission> admissions(MintableTokens mintable) {
        for (SubjectEncoding spelling : mintable.spellings()) {
            PrefixSet walk = PrefixSet.start(words)
                    .field(TokenField.ISSUER)
                    .field(TokenField.SPELLING, String.valueOf(spelling.mark()))
                    .field(TokenField.BEFORE);
            if (!walk.isEmpty()) {
                repositories(spelling, walk);
            }
        }
        List<Admission> admissions = new ArrayList<>();
        ContextExtents contexts = new ContextExtents(names, examples);
        for (AdmissionBuilder group : groups.values()) {
            if (mintable == MintableTokens.BY_DEFAULT) {
                contexts.admission(group).ifPresent(admissions::add);
            } else {
                admissions.add(contexts.admissionByTemplate(group));
            }
        }
        return admissions;
    }

    private void repositories(SubjectEncoding spelling, PrefixSet walk) {
        for (Part owner : split(walk, TokenField.OWNER, NameKind.OWNER)) {
            for (Part ownerId : split(owner.walk(), TokenField.OWNER_ID, NameKind.NUMBER)) {
                for (Part repository : split(ownerId.walk(), TokenField.REPOSITORY, NameKind.REPOSITORY)) {
                    for (Part repositoryId : split(repository.walk(), TokenField.REPOSITORY_ID, NameKind.NUMBER)) {
                        PrefixSet behind = repositoryId.walk().field(TokenField.AFTER);
                        AdmissionBuilder group =
                                group(name(owner.name(), ownerId.name()), name(repository.name(), repositoryId.name()));
                        group.add(spelling, behind, ownerId.name() == null && repositoryId.name() == null);
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

    private AdmissionBuilder group(String owner, String repository) {
        if (groups.size() == MOST) {
            throw new AutomatonBudget.SpentException("names combine in more than " + MOST + " ways");
        }
        String key = (owner + "/" + repository).toLowerCase(Locale.ROOT);
        return groups.computeIfAbsent(key, unseen -> new AdmissionBuilder(owner, repository, PrefixSet.nowhere(words)));
    }

    /** The beginnings that end with a name; without one, those of all names that make no difference. */
    private record Part(@Nullable String name, PrefixSet walk) {}

    /** Splits beginnings by the names of a field. */
    private List<Part> split(PrefixSet walk, TokenField field, NameKind kind) {
        List<Part> parts = new ArrayList<>();
        PrefixSet others = walk.fieldBut(field, names.lookup(kind));
        if (!others.isEmpty()) {
            parts.add(new Part(null, others));
        }
        for (String name : names.of(kind)) {
            PrefixSet named = walk.field(field, name);
            if (!others.covers(named)) {
                parts.add(new Part(name, named));
            }
        }
        return parts;
    }
}
