package io.github.cdkoidc.trust.exposure;

import io.github.cdkoidc.claims.SubjectFormat;
import io.github.cdkoidc.internal.automata.Trie;
import io.github.cdkoidc.internal.evaluate.ConditionEvaluator;
import io.github.cdkoidc.internal.evaluate.StatementEvaluator;
import io.github.cdkoidc.internal.evaluate.ValueMatcher;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;

/**
 * The names that some policies write out: every text between wildcards that can be one. Any other name is outside the policies.
 */
final class LiteralNames {

    private final Map<NameKind, Set<String>> names = new EnumMap<>(NameKind.class);
    private final Map<NameKind, Trie> tries = new ConcurrentHashMap<>();

    LiteralNames(List<StatementEvaluator> statements) {
        for (NameKind kind : NameKind.values()) {
            names.put(kind, new LinkedHashSet<>());
        }
        for (StatementEvaluator statement : statements) {
            for (ConditionEvaluator condition : statement.conditions()) {
                for (ValueMatcher value : condition.values()) {
                    value.pattern().literals().forEach(this::read);
                }
            }
        }
    }

    private void read(String text) {
        names.forEach((kind, known) ->
                kind.form().matcher(text).results().map(MatchResult::group).forEach(known::add));
        // The environment claim holds colons as they are, and sub holds them escaped.
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

    /** The same, for a look-up. */
    Trie lookup(NameKind kind) {
        return tries.computeIfAbsent(kind, unseen -> new Trie(of(kind), kind.ignoresCase()));
    }
}
