package io.github.cdkoidc.internal.automata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Whether an automaton is the smallest that tells the same, found out the plain way. */
public final class MinimalDfas {

    private MinimalDfas() {}

    /** Asserts that every state is reached, that no two tell the same of all that can follow, and that some text can follow each. */
    public static void assertMinimal(Dfa dfa) {
        assertThat(reached(dfa)).as("states that are reached").hasSize(dfa.size());
        List<Integer> classes = classes(dfa);
        boolean isNothing = dfa.size() == 1 && dfa.isNothing();
        assertThat(new TreeSet<>(isNothing ? classes.subList(0, 1) : classes))
                .as("classes of states that differ, and the one of no state")
                .hasSize(isNothing ? 1 : dfa.size() + 1);
    }

    private static Set<Integer> reached(Dfa dfa) {
        Set<Integer> reached = new TreeSet<>(List.of(0));
        List<Integer> open = new ArrayList<>(List.of(0));
        while (!open.isEmpty()) {
            dfa.edges(open.remove(open.size() - 1), (from, to, target) -> {
                if (reached.add(target)) {
                    open.add(target);
                }
            });
        }
        return reached;
    }

    /** The class of each state, and of no state at the end: split until those of a class lead to the same classes. */
    private static List<Integer> classes(Dfa dfa) {
        char[] characters = characters(dfa);
        List<Integer> classes = new ArrayList<>(Collections.nCopies(dfa.size() + 1, 0));
        for (int count = 0; count < new TreeSet<>(classes).size(); ) {
            count = new TreeSet<>(classes).size();
            List<Integer> before = List.copyOf(classes);
            Map<List<Object>, Integer> signatures = new HashMap<>();
            for (int state = 0; state <= dfa.size(); state++) {
                int at = state == dfa.size() ? Dfa.DEAD : state;
                List<Object> signature = new ArrayList<>(List.of(before.get(state), dfa.truth(at)));
                for (char c : characters) {
                    int target = dfa.step(at, c);
                    signature.add(before.get(target == Dfa.DEAD ? dfa.size() : target));
                }
                classes.set(state, signatures.computeIfAbsent(signature, unseen -> signatures.size()));
            }
        }
        return classes;
    }

    /** One character of each range that some state tells from its neighbours. */
    private static char[] characters(Dfa dfa) {
        TreeSet<Character> characters = new TreeSet<>(List.of('\0'));
        IntStream.range(0, dfa.size())
                .forEach(state -> dfa.edges(state, (from, to, target) -> {
                    characters.add(from);
                    characters.add((char) (to + 1));
                }));
        StringBuilder text = new StringBuilder();
        characters.forEach(text::append);
        return text.toString().toCharArray();
    }
}
