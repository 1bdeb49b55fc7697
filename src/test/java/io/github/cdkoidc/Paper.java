package io.github.cdkoidc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A document that tells people about the library, in Markdown. Tests hold what all of them say to what there is.
 *
 * @param file where it is, from the top of the repository
 */
public record Paper(Path file) {

    /** The introduction. */
    public static final Paper README = new Paper(Path.of("README.md"));

    /** How the code is made and changed. */
    public static final Paper CONTRIBUTING = new Paper(Path.of(".github/CONTRIBUTING.md"));

    /** The folder of the pages that {@code mvn site} renders. */
    static final Path SITE = Path.of("src/site/markdown");

    private static final Pattern FENCE = Pattern.compile("(?ms)^ *```(\\w*)\\n(.*?)^ *```$");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    /** A page of the site. */
    public static Paper page(String name) {
        return new Paper(SITE.resolve(name));
    }

    /** The pages of the site, in the order of their names. */
    static List<Paper> pages() {
        try (Stream<Path> files = Files.list(SITE)) {
            return files.sorted().map(Paper::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All documents. */
    public static Stream<Paper> all() {
        return Stream.concat(Stream.of(README, CONTRIBUTING), pages().stream());
    }

    /** What a pattern finds in any document. */
    public static Stream<MatchResult> findInAll(String pattern) {
        return all().flatMap(paper -> paper.find(pattern));
    }

    /** The blocks of a language in any document. */
    public static List<String> blocksOfAll(String language) {
        return all().flatMap(paper -> paper.blocks(language)).toList();
    }

    /** The whole text. */
    public String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a pattern finds. */
    public Stream<MatchResult> find(String pattern) {
        return Pattern.compile(pattern).matcher(text()).results();
    }

    /** The blocks of a language, without their fences. */
    public Stream<String> blocks(String language) {
        return FENCE.matcher(text())
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2));
    }

    /** The languages of all blocks; an empty one for a block that names none. */
    Stream<String> languages() {
        return FENCE.matcher(text()).results().map(block -> block.group(1));
    }

    /** The text without blocks. */
    String prose() {
        return FENCE.matcher(text()).replaceAll("");
    }

    /** Where the links outside of blocks lead to, as they are written. */
    List<String> links() {
        return Pattern.compile("\\]\\(([^)]+)\\)")
                .matcher(prose())
                .results()
                .map(link -> link.group(1))
                .toList();
    }

    /** What GitHub makes anchors of. */
    List<String> anchors() {
        return HEADING.matcher(prose())
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w -]", "")
                        .replace(' ', '-'))
                .toList();
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
