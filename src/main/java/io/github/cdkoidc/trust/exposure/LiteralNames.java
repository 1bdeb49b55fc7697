package io.github.cdkoidc.trust.exposure;

import io.github.cdkoidc.claims.SubjectFormat;
import io.github.cdkoidc.internal.automata.Trie;
import io.github.cdkoidc.internal.evaluate.StatementEvaluator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.stream.Stream;

/** The names that some policies write out: every text between wildcards that can be one. Any other name is outside the policies. */
final class LiteralNames {

    private final Map<NameKind, Set<String>> names = new EnumMap<>(NameKind.class);
    private final Map<NameKind, Trie> tries = new ConcurrentHashMap<>();

    LiteralNames(List<StatementEvaluator> statements) {
        Stream.of(NameKind.values()).forEach(kind -> names.put(kind, new LinkedHashSet<>()));
        statements.stream()
                .flatMap(statement -> statement.conditions().stream())
                .flatMap(condition -> condition.values().stream())
                .forEach(value -> value.pattern().literals().forEach(this::read));
    }

    private void read(String text) {
        names.forEach((kind, known) ->
                kind.form().matcher(text).results().map(MatchResult::group).forEach(known::add));
        // The environment claim holds colons as they are, and sub holds them escaped.
        Set<String> environments = of(NameKind.ENVIRONMENT);
        environments.add(text);
        Stream.of(text.split(":", -1)).forEach(part -> environments.add(part.replace(SubjectFormat.COLON, ":")));
        environments.remove("");
    }

    /** The names, in the order of the policies. */
    Set<String> of(NameKind kind) {
        return names.getOrDefault(kind, Set.of());
    }

    /** The same, for a look-up. */
    Trie lookup(NameKind kind) {
        return tries.computeIfAbsent(kind, unseen -> new Trie(of(kind), kind.ignoresCase()));
    }
}
