package io.github.cdkoidc.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.IntConsumer;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.DefaultStackSynthesizer;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;

/**
 * What the roles of one stack cost with the library and by hand. The two stacks grow side by side, role by role, and take turns at
 * being first, so that whatever slows the machine down slows down both.
 *
 * @param role the median role, built
 * @param build the mean role, built, with its share of what the roles of a stack have in common
 * @param synth the mean role, synthesized
 */
record StackPair(Times role, Times build, Times synth) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Microseconds. */
    record Times(double library, double byHand) {
        double ratio() {
            return library / byHand;
        }
    }

    /**
     * Builds and synthesizes a pair of stacks, which must come to the same template.
     *
     * @param libraryFirst which of the two is synthesized first, and pays for what happens once
     */
    static StackPair measure(Scenario scenario, int roles, Path directory, boolean libraryFirst) {
        Side library = new Side(directory.resolve("library"));
        Side byHand = new Side(directory.resolve("by-hand"));
        library.start(scenario::library, roles);
        byHand.start(scenario::byHand, roles);
        for (int i = 0; i < roles; i++) {
            (i % 2 == 0 ? library : byHand).add(i);
            (i % 2 == 0 ? byHand : library).add(i);
        }
        (libraryFirst ? library : byHand).synth();
        (libraryFirst ? byHand : library).synth();
        if (!library.template().equals(byHand.template())) {
            throw new IllegalStateException(scenario + ": the templates differ, so there is nothing to compare");
        }
        return new StackPair(
                new Times(library.median(), byHand.median()),
                new Times(library.mean(), byHand.mean()),
                new Times(library.synth / roles, byHand.synth / roles));
    }

    /** How many requests the roles of one stack take. */
    static int requests(Function<Stack, IntConsumer> way, int roles, Path directory) {
        Side side = new Side(directory);
        return JsiiRequests.of(() -> {
                    side.start(way, roles);
                    for (int i = 0; i < roles; i++) {
                        side.add(i);
                    }
                })
                .size();
    }

    private static final class Side {
        private final Path directory;
        private final App app;
        private final Stack stack;
        private double start;
        private double synth;
        private double[] times = {};
        private IntConsumer role = i -> {};

        Side(Path directory) {
            this.directory = directory;
            this.app = new App(AppProps.builder().outdir(directory.toString()).build());
            StackProps bare = StackProps.builder()
                    .synthesizer(DefaultStackSynthesizer.Builder.create()
                            .generateBootstrapVersionRule(false)
                            .build())
                    .build();
            this.stack = new Stack(app, "Bench", bare);
        }

        void start(Function<Stack, IntConsumer> way, int roles) {
            times = new double[roles];
            start = time(() -> role = way.apply(stack));
        }

        void add(int i) {
            times[i] = time(() -> role.accept(i));
        }

        double median() {
            double[] sorted = times.clone();
            Arrays.sort(sorted);
            return sorted[sorted.length / 2];
        }

        double mean() {
            return (start + Arrays.stream(times).sum()) / times.length;
        }

        void synth() {
            synth = time(app::synth);
        }

        JsonNode template() {
            try {
                return JSON.readTree(directory.resolve("Bench.template.json").toFile());
            } catch (IOException e) {
                throw new IllegalStateException("synth left no template to compare", e);
            }
        }

        private static double time(Runnable code) {
            long start = System.nanoTime();
            code.run();
            return (System.nanoTime() - start) / 1e3;
        }
    }
}
