package io.github.cdkoidc.cli.report;

import io.github.cdkoidc.trust.decision.Decision;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A part of a report. It has a key for programs and a title for people. */
public sealed interface Section {

    /** Its name in JSON, such as {@code findings}. */
    String key();

    /** Its title for people; empty for none. */
    String title();

    /** Calls the method of a renderer that is for this kind of section. */
    void show(Renderer renderer);

    /** Whether a run may assume a role, and the lines that say why, which are wrapped where lines are. */
    record Answer(String key, Decision.Answer answer, String text) implements Section {
        @Override
        public String title() {
            return "";
        }

        @Override
        public void show(Renderer renderer) {
            renderer.answer(this);
        }
    }

    /** Lines that stay as they are, in a language such as {@code yaml}. */
    record Code(String key, String title, String language, String text) implements Section {
        @Override
        public void show(Renderer renderer) {
            renderer.code(this);
        }
    }

    /** Texts and numbers by name, in order; a detail is left out at a terminal. */
    record Facts(String key, String title, Map<String, Object> values, boolean detail) implements Section {
        public Facts {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        @Override
        public void show(Renderer renderer) {
            renderer.facts(this);
        }
    }

    /** Paragraphs, one line each. */
    record Words(String key, String title, List<String> lines) implements Section {
        public Words {
            lines = List.copyOf(lines);
        }

        @Override
        public void show(Renderer renderer) {
            renderer.words(this);
        }
    }

    /** Rows of as many cells as there are columns; a detail is left out at a terminal. */
    record Table(String key, String title, List<String> columns, List<List<String>> rows, boolean detail)
            implements Section {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }

        @Override
        public void show(Renderer renderer) {
            renderer.table(this);
        }
    }

    /** Findings, the worst first. */
    record Problems(String key, String title, List<Problem> problems) implements Section {
        public Problems {
            problems = List.copyOf(problems);
        }

        @Override
        public void show(Renderer renderer) {
            renderer.problems(this);
        }
    }

    /** Roles that admit other runs than before. */
    record Changes(String key, String title, List<Change> changes) implements Section {
        public Changes {
            changes = List.copyOf(changes);
        }

        @Override
        public void show(Renderer renderer) {
            renderer.changes(this);
        }
    }

    /** Arrows from left to right, in order. */
    record Diagram(String key, String title, List<Link> links) implements Section {
        public Diagram {
            links = List.copyOf(links);
        }

        @Override
        public void show(Renderer renderer) {
            renderer.diagram(this);
        }
    }

    /** An arrow, with what is written on it; empty for nothing. */
    record Link(String from, String to, String label) {}

    /** Renders one section after the other, and leaves out those for which it has no method. */
    interface Renderer {
        default void answer(Answer answer) {}

        default void code(Code code) {}

        default void facts(Facts facts) {}

        default void words(Words words) {}

        default void table(Table table) {}

        default void problems(Problems problems) {}

        default void changes(Changes changes) {}

        default void diagram(Diagram diagram) {}
    }
}
