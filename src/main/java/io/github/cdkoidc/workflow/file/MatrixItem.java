package io.github.cdkoidc.workflow.file;

import static java.util.stream.Collectors.joining;

import io.github.cdkoidc.internal.yaml.YamlNode;
import io.github.cdkoidc.workflow.expression.ExpressionValue;
import io.github.cdkoidc.workflow.expression.PossibleResults;
import io.github.cdkoidc.workflow.expression.Scope;
import io.github.cdkoidc.workflow.expression.Template;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of a matrix: a text, number or boolean, or a map or list of them. */
sealed interface MatrixItem {

    /** The value of a path into it, such as {@code role} of {@code matrix.target.role}. */
    PossibleResults at(List<String> path);

    /** Whether everything that a filter holds is here too, if that is known. */
    Optional<Boolean> holds(MatrixItem filter);

    /** For a reader: {@code {stage: dev}}. */
    String shown();

    static MatrixItem of(YamlNode node, Scope scope) {
        if (node instanceof YamlNode.Scalar scalar) {
            return new Leaf(Template.of(scalar).evaluate(scope));
        }
        Map<String, MatrixItem> entries = new LinkedHashMap<>();
        if (node instanceof YamlNode.Mapping map) {
            map.entries().forEach((key, value) -> entries.put(key.name(), of(value, scope)));
        } else if (node instanceof YamlNode.Sequence list) {
            list.items().forEach(item -> entries.put(Integer.toString(entries.size()), of(item, scope)));
        }
        return new Tree(entries);
    }

    /** One value. */
    record Leaf(PossibleResults results) implements MatrixItem {
        @Override
        public PossibleResults at(List<String> path) {
            return !path.isEmpty() && results.literal().isPresent()
                    ? PossibleResults.of(ExpressionValue.NULL)
                    : results;
        }

        @Override
        public Optional<Boolean> holds(MatrixItem filter) {
            return filter instanceof Leaf leaf
                    ? results.literal().flatMap(mine -> leaf.results.literal().map(mine::isEqualTo))
                    : Optional.of(false);
        }

        @Override
        public String shown() {
            return results.value().shown();
        }
    }

    /** Values by key, or by index. */
    record Tree(Map<String, MatrixItem> entries) implements MatrixItem {
        @Override
        public PossibleResults at(List<String> path) {
            if (path.isEmpty()) {
                return PossibleResults.unknown("matrix", "a map of the matrix is used where a text belongs");
            }
            return entry(path.get(0))
                    .map(item -> item.at(path.subList(1, path.size())))
                    .orElseGet(() -> PossibleResults.of(ExpressionValue.NULL));
        }

        /** Names are compared without regard to case. */
        Optional<MatrixItem> entry(String name) {
            return entries.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .map(Map.Entry::getValue)
                    .findFirst();
        }

        @Override
        public Optional<Boolean> holds(MatrixItem filter) {
            if (!(filter instanceof Tree tree)) {
                return Optional.of(false);
            }
            List<Optional<Boolean>> answers = tree.entries.entrySet().stream()
                    .map(wanted -> entry(wanted.getKey())
                            .map(item -> item.holds(wanted.getValue()))
                            .orElse(Optional.of(false)))
                    .toList();
            if (answers.contains(Optional.of(false))) {
                return Optional.of(false);
            }
            return answers.contains(Optional.<Boolean>empty()) ? Optional.empty() : Optional.of(true);
        }

        @Override
        public String shown() {
            return entries.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + entry.getValue().shown())
                    .collect(joining(", ", "{", "}"));
        }
    }
}
