package io.github.cdkoidc.workflow.file;

import static java.util.stream.Collectors.joining;

import io.github.cdkoidc.internal.yaml.YamlNode;
import io.github.cdkoidc.workflow.expression.PossibleResults;
import io.github.cdkoidc.workflow.expression.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code strategy.matrix} as it is written: lists of values, of which each combination is a job, with {@code exclude} and then
 * {@code include}.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstrategymatrix">GitHub:
 *     matrix</a>
 */
public final class Matrix {

    private static final int MOST_JOBS = 256;
    private static final String COMPUTED = " is computed when the workflow runs";

    private final YamlNode written;

    Matrix(YamlNode written) {
        this.written = written;
    }

    /** The combinations, in GitHub's order; one of which nothing is known if the matrix is computed or too large. */
    public List<Combination> combinations(Scope scope) {
        if (!(written instanceof YamlNode.Mapping map)) {
            return List.of(Combination.unknown("the matrix" + COMPUTED));
        }
        Map<String, List<MatrixItem>> vectors = vectors(map, scope);
        List<MatrixItem.Tree> excluded = trees(map, "exclude", scope);
        List<Map<String, MatrixItem>> product = new ArrayList<>(product(vectors));
        if (product.size() > MOST_JOBS || isComputed(map, "include") || isComputed(map, "exclude")) {
            return List.of(Combination.unknown("the matrix is computed, or of more than " + MOST_JOBS + " jobs"));
        }
        product.removeIf(values -> excluded.stream()
                .anyMatch(filter -> new MatrixItem.Tree(values).holds(filter).orElse(false)));
        return included(vectors, product, trees(map, "include", scope));
    }

    private static Map<String, List<MatrixItem>> vectors(YamlNode.Mapping map, Scope scope) {
        Map<String, List<MatrixItem>> vectors = new LinkedHashMap<>();
        map.entries().forEach((key, value) -> {
            String name = "matrix." + key.name();
            if (!key.name().equals("include") && !key.name().equals("exclude")) {
                vectors.put(
                        key.name(),
                        value instanceof YamlNode.Sequence list
                                ? list.items().stream()
                                        .map(item -> MatrixItem.of(item, scope))
                                        .toList()
                                : List.of(new MatrixItem.Leaf(PossibleResults.unknown(name, name + COMPUTED))));
            }
        });
        return vectors;
    }

    private static boolean isComputed(YamlNode.Mapping map, String key) {
        return map.get(key).filter(node -> !(node instanceof YamlNode.Sequence)).isPresent();
    }

    private static List<MatrixItem.Tree> trees(YamlNode.Mapping map, String key, Scope scope) {
        return map.get(key).orElse(null) instanceof YamlNode.Sequence list
                ? list.items().stream()
                        .filter(YamlNode.Mapping.class::isInstance)
                        .map(item -> (MatrixItem.Tree) MatrixItem.of(item, scope))
                        .toList()
                : List.of();
    }

    private static List<Map<String, MatrixItem>> product(Map<String, List<MatrixItem>> vectors) {
        List<Map<String, MatrixItem>> product = vectors.isEmpty() ? List.of() : List.of(Map.of());
        for (Map.Entry<String, List<MatrixItem>> vector : vectors.entrySet()) {
            product = product.stream()
                    .flatMap(values -> vector.getValue().stream().map(item -> {
                        Map<String, MatrixItem> more = new LinkedHashMap<>(values);
                        more.put(vector.getKey(), item);
                        return more;
                    }))
                    .limit(MOST_JOBS + 1)
                    .toList();
        }
        return product;
    }

    /** Each entry adds to the combinations that it agrees with, or is one of its own if there is none. */
    private static List<Combination> included(
            Map<String, List<MatrixItem>> vectors,
            List<Map<String, MatrixItem>> product,
            List<MatrixItem.Tree> entries) {
        List<Map<String, MatrixItem>> more = new ArrayList<>();
        List<Map<String, MatrixItem>> results =
                new ArrayList<>(product.stream().map(LinkedHashMap::new).toList());
        boolean loose = false;
        for (MatrixItem.Tree entry : entries) {
            Map<String, MatrixItem> filter = new LinkedHashMap<>(entry.entries());
            filter.keySet().retainAll(vectors.keySet());
            boolean alone = true;
            for (int at = 0; at < product.size(); at++) {
                Optional<Boolean> agrees = new MatrixItem.Tree(product.get(at)).holds(new MatrixItem.Tree(filter));
                loose |= agrees.isEmpty();
                if (agrees.orElse(false)) {
                    results.get(at).putAll(entry.entries());
                    alone = false;
                }
            }
            if (alone) {
                more.add(entry.entries());
            }
        }
        results.addAll(more);
        Optional<String> unsure = loose ? Optional.of("the matrix" + COMPUTED) : Optional.empty();
        return results.stream()
                .map(values -> new Combination(new MatrixItem.Tree(values), unsure))
                .toList();
    }

    /** One job of the matrix; {@code loose} says why names that are not there may have a value after all, if they may. */
    public record Combination(MatrixItem.Tree values, Optional<String> loose) {

        static Combination unknown(String why) {
            return new Combination(new MatrixItem.Tree(Map.of()), Optional.of(why));
        }

        public PossibleResults at(List<String> path) {
            if (loose.isPresent()
                    && (path.isEmpty() || values.entry(path.get(0)).isEmpty())) {
                String name = Stream.concat(Stream.of("matrix"), path.stream()).collect(joining("."));
                return PossibleResults.unknown(name, loose.get());
            }
            return values.at(path);
        }

        /** For a reader. */
        public String shown() {
            return values.entries().isEmpty() ? "<?matrix>" : values.shown();
        }
    }
}
