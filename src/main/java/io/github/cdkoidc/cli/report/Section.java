package io.github.cdkoidc.cli.report;

import io.github.cdkoidc.trust.Decision;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A part of a report. It has a key for programs and a title for people. */
public sealed interface Section {

    /**
     * What it is called in JSON.
     *
     * @return for example {@code findings}
     */
    String key();

    /**
     * What it is called elsewhere.
     *
     * @return the title; empty for none
     */
    String title();

    /**
     * Hands itself to a renderer.
     *
     * @param renderer the renderer
     */
    void show(Renderer renderer);

    /**
     * Whether a run may assume a role, and why.
     *
     * @param key for programs
     * @param answer the answer
     * @param text the lines that say it and why, which are wrapped where lines are
     */
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

    /**
     * Lines that stay as they are.
     *
     * @param key for programs
     * @param title for people
     * @param language such as {@code yaml}
     * @param text the lines
     */
    record Code(String key, String title, String language, String text) implements Section {
        @Override
        public void show(Renderer renderer) {
            renderer.code(this);
        }
    }

    /**
     * Names and their values.
     *
     * @param key for programs
     * @param title for people
     * @param values texts and numbers by name, in order
     * @param detail whether a person at a terminal can do without
     */
    record Facts(String key, String title, Map<String, Object> values, boolean detail) implements Section {
        /** Takes a copy, in the same order. */
        public Facts {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        @Override
        public void show(Renderer renderer) {
            renderer.facts(this);
        }
    }

    /**
     * Paragraphs.
     *
     * @param key for programs
     * @param title for people
     * @param lines the paragraphs, one line each
     */
    record Words(String key, String title, List<String> lines) implements Section {
        /** Takes a copy. */
        public Words {
            lines = List.copyOf(lines);
        }

        @Override
        public void show(Renderer renderer) {
            renderer.words(this);
        }
    }

    /**
     * Rows of cells.
     *
     * @param key for programs
     * @param title for people
     * @param columns the names of the columns
     * @param rows as many cells each
     * @param detail whether a person at a terminal can do without
     */
    record Table(String key, String title, List<String> columns, List<List<String>> rows, boolean detail)
            implements Section {
        /** Takes a copy. */
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }

        @Override
        public void show(Renderer renderer) {
            renderer.table(this);
        }
    }

    /**
     * Findings.
     *
     * @param key for programs
     * @param title for people
     * @param problems the findings, the worst first
     */
    record Problems(String key, String title, List<Problem> problems) implements Section {
        /** Takes a copy. */
        public Problems {
            problems = List.copyOf(problems);
        }

        @Override
        public void show(Renderer renderer) {
            renderer.problems(this);
        }
    }

    /**
     * Roles, and who can get in that could not.
     *
     * @param key for programs
     * @param title for people
     * @param changes the roles that are different
     */
    record Changes(String key, String title, List<Change> changes) implements Section {
        /** Takes a copy. */
        public Changes {
            changes = List.copyOf(changes);
        }

        @Override
        public void show(Renderer renderer) {
            renderer.changes(this);
        }
    }

    /**
     * A map of what leads where, from left to right.
     *
     * @param key for programs
     * @param title for people
     * @param links the arrows, in order
     */
    record Diagram(String key, String title, List<Link> links) implements Section {
        /** Takes a copy. */
        public Diagram {
            links = List.copyOf(links);
        }

        @Override
        public void show(Renderer renderer) {
            renderer.diagram(this);
        }
    }

    /**
     * An arrow.
     *
     * @param from where it begins
     * @param to where it leads
     * @param label what is written on it; empty for nothing
     */
    record Link(String from, String to, String label) {}

    /** Renders one section after the other. */
    interface Renderer {
        /**
         * Renders an answer and its reasons.
         *
         * @param answer the section
         */
        void answer(Answer answer);

        /**
         * Renders lines that stay as they are.
         *
         * @param code the section
         */
        void code(Code code);

        /**
         * Renders names and values.
         *
         * @param facts the section
         */
        void facts(Facts facts);

        /**
         * Renders paragraphs.
         *
         * @param words the section
         */
        void words(Words words);

        /**
         * Renders a table.
         *
         * @param table the section
         */
        void table(Table table);

        /**
         * Renders findings.
         *
         * @param problems the section
         */
        void problems(Problems problems);

        /**
         * Renders changes.
         *
         * @param changes the section
         */
        void changes(Changes changes);

        /**
         * Renders a map.
         *
         * @param diagram the section
         */
        void diagram(Diagram diagram);
    }
}
