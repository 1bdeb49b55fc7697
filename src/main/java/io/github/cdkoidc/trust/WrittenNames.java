package io.github.cdkoidc.trust;

import io.github.cdkoidc.claims.SubjectFormat;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;

/**
 * The names that some policies write out: whatever in their values could be one, between wildcards. Who gets in under a name that no
 * policy writes out is somebody whom nobody has named.
 */
final class WrittenNames {

    private final Map<NameKind, Set<String>> names = new EnumMap<>(NameKind.class);
    private final Map<NameKind, Trie> tries = new ConcurrentHashMap<>();

    WrittenNames(List<StatementJudge> statements) {
        for (NameKind kind : NameKind.values()) {
            names.put(kind, new LinkedHashSet<>());
        }
        for (StatementJudge statement : statements) {
            for (ConditionJudge condition : statement.conditions()) {
                for (ValueMatcher value : condition.values()) {
                    value.pattern().literals().forEach(this::read);
                }
            }
        }
    }

    private void read(String text) {
        names.forEach((kind, known) ->
                kind.form().matcher(text).results().map(MatchResult::group).forEach(known::add));
        // A key of an environment holds its colons, and sub holds them in another way.
        Set<String> environments = of(NameKind.ENVIRONMENT);
        environments.add(text);
        for (String part : text.split(":", -1)) {
            environments.add(part.replace(SubjectFormat.COLON, ":"));
        }
        environments.remove("");
    }

    /** The names, in the order of the policies. */
    Set<String> of(NameKind kind) {
        return names.getOrDefault(kind, Set.of());
    }

    /** The same, to be looked up. */
    Trie lookup(NameKind kind) {
        return tries.computeIfAbsent(kind, unseen -> new Trie(of(kind), kind.ignoresCase()));
    }
}
