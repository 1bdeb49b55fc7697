package io.github.cdkoidc.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Prints what 400 roles of one stack cost with the library, beside the same roles written by hand, in one JVM and one Node. */
final class RoleBenchmark {

    private static final int ROLES = 400;
    private static final int WARM_UP_PAIRS = 3;

    private final Path directory;
    private final int pairs;

    private RoleBenchmark(Path directory, int pairs) {
        this.directory = directory;
        this.pairs = pairs;
    }

    /** Takes a directory to synthesize to, and how many pairs of stacks to measure. */
    public static void main(String[] arguments) {
        if (!"false".equals(System.getenv("CDK_VALIDATION"))) {
            throw new IllegalStateException(
                    "CDK_VALIDATION is not false, so synth would measure aws-cdk-lib's validation");
        }
        new RoleBenchmark(Path.of(arguments[0]), Integer.parseInt(arguments[1])).run();
    }

    private void run() {
        StackPair cold = measure(Scenario.ROLES_OF_A_STACK, 1).get(0);
        for (Scenario scenario : Scenario.values()) {
            measure(scenario, WARM_UP_PAIRS);
        }
        System.out.printf("library / by hand = ratio, for each of %d roles in a stack; times in µs%n%n", ROLES);
        System.out.printf("the first stack of the JVM, build:%s%n%n", show(List.of(cold.build())));
        System.out.printf("medians of %d pairs of stacks, after %d for each kind%n", pairs, WARM_UP_PAIRS);
        System.out.printf(
                "%-20s  %-21s  %-22s  %-22s  %-22s%n", "", "requests", "build, median role", "build, mean", "synth");
        for (Scenario scenario : Scenario.values()) {
            print(scenario, measure(scenario, pairs));
        }
    }

    private List<StackPair> measure(Scenario scenario, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> StackPair.measure(scenario, ROLES, directory, i % 2 == 0))
                .toList();
    }

    private void print(Scenario scenario, List<StackPair> measured) {
        StackPair.Times requests = requests(scenario);
        System.out.printf(
                "%-20s  %5.3f / %5.3f = %5.3f  %s  %s  %s%n",
                scenario.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                requests.library(),
                requests.byHand(),
                requests.ratio(),
                show(measured.stream().map(StackPair::role).toList()),
                show(measured.stream().map(StackPair::build).toList()),
                show(measured.stream().map(StackPair::synth).toList()));
    }

    private StackPair.Times requests(Scenario scenario) {
        return new StackPair.Times(
                StackPair.requests(scenario::library, ROLES, directory) / (double) ROLES,
                StackPair.requests(scenario::byHand, ROLES, directory) / (double) ROLES);
    }

    private static String show(List<StackPair.Times> times) {
        return String.format(
                "%6.0f / %5.0f = %5.3f",
                median(times, StackPair.Times::library),
                median(times, StackPair.Times::byHand),
                median(times, StackPair.Times::ratio));
    }

    /** The ratio is the median of the pairs' own. */
    private static double median(List<StackPair.Times> times, ToDoubleFunction<StackPair.Times> value) {
        double[] sorted = times.stream().mapToDouble(value).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
