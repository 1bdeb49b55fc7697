package io.github.cdkoidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the shape of the documents: how long, where the links lead, what each shows. */
class PapersTest {

    /** Files that a page shows are on GitHub, because the site does not hold them. */
    private static final Pattern ON_GITHUB =
            Pattern.compile("https://github\\.com/cdkoidc/github-oidc-role/(blob|tree)/main/(.+)");

    private static final Pattern MENU_ITEM = Pattern.compile("<item name=\"[^\"]+\" href=\"([^\":]+)\"/>");

    static Stream<Paper> everyPaper() {
        return Paper.all();
    }

    static Stream<Paper> everyPage() {
        return Paper.pages().stream();
    }

    @Test
    void theReadmeHasAtMost300Lines() {
        assertThat(Paper.README.text().lines().count()).isLessThanOrEqualTo(300);
    }

    @Test
    void theReadmeLeadsToEveryOtherPaper() {
        assertThat(Paper.README.links().stream().map(Path::of))
                .containsAll(Paper.all()
                        .filter(paper -> !paper.equals(Paper.README))
                        .filter(paper -> !paper.equals(Paper.page("index.md")))
                        .map(Paper::file)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("everyPaper")
    void aPaperStartsWithItsTitleAndHasNoOther(Paper paper) {
        assertThat(paper.text()).startsWith("# ");
        assertThat(paper.prose().lines().filter(line -> line.startsWith("# "))).hasSize(1);
    }

    /** GitHub numbers the second of two, and a link to it changes when the first goes. */
    @ParameterizedTest
    @MethodSource("everyPaper")
    void noTwoHeadingsOfAPaperAreTheSame(Paper paper) {
        assertThat(paper.anchors()).isNotEmpty().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("everyPaper")
    void everyLinkLeadsToAFile(Paper paper) {
        assertThat(paper.links().stream().flatMap(link -> target(paper, link)))
                .isNotEmpty()
                .allSatisfy(path -> assertThat(path).exists());
    }

    @ParameterizedTest
    @MethodSource("everyPaper")
    void everyLinkToASectionLeadsToAHeading(Paper paper) {
        assertThat(paper.links().stream().filter(link -> link.contains("#"))).allSatisfy(link -> {
            String[] parts = link.split("#", 2);
            assertThat(target(paper, link))
                    .allSatisfy(file -> assertThat(new Paper(file).anchors()).contains(parts[1]));
        });
    }

    @Test
    void thereAreLinksToSections() {
        assertThat(Paper.README.links()).anyMatch(link -> link.startsWith("#"));
        assertThat(Paper.pages().stream().flatMap(page -> page.links().stream()))
                .anyMatch(link -> link.matches("https://github.com/.*README\\.md#.+"));
    }

    /** The site makes other anchors than GitHub, and holds the pages alone. */
    @ParameterizedTest
    @MethodSource("everyPage")
    void aPageLinksToWholePagesOrToTheWeb(Paper page) {
        assertThat(page.links()).allMatch(link -> link.matches("[a-z-]+\\.md|https://.+"));
    }

    @Test
    void theMenuOfTheSiteHasEveryPage() throws IOException {
        Stream<String> pages = Paper.pages().stream()
                .map(page -> page.file().getFileName().toString().replace(".md", ".html"));

        assertThat(MENU_ITEM
                        .matcher(Files.readString(Path.of("src/site/site.xml")))
                        .results()
                        .map(PapersTest::first))
                .containsExactlyInAnyOrderElementsOf(pages.toList());
    }

    @Test
    void theOverviewLeadsToEveryOtherPage() {
        assertThat(Paper.page("index.md").links())
                .containsAll(Paper.pages().stream()
                        .map(page -> page.file().getFileName().toString())
                        .filter(name -> !name.equals("index.md"))
                        .toList());
    }

    /** Each of these languages has a test that compiles, replays, reads or compares its blocks; a picture is of none. */
    @ParameterizedTest
    @MethodSource("everyPaper")
    void everyBlockIsOfALanguageThatATestReads(Paper paper) {
        List<String> read = List.of("java", "console", "json", "text", "xml", "yaml", "sh");

        assertThat(paper.languages().filter(language -> !language.isEmpty() || !paper.equals(Paper.CONTRIBUTING)))
                .isSubsetOf(read);
    }

    @ParameterizedTest
    @MethodSource("everyPaper")
    void everyBlockEnds(Paper paper) {
        assertThat(paper.find("(?m)^ *```").count())
                .isEqualTo(2 * paper.languages().count());
    }

    private static Stream<Path> target(Paper paper, String link) {
        var onGitHub = ON_GITHUB.matcher(link);
        if (onGitHub.matches()) {
            return Stream.of(Path.of(onGitHub.group(2).replaceAll("#.*", "")));
        }
        if (link.startsWith("#")) {
            return Stream.of(paper.file());
        }
        return link.startsWith("http")
                ? Stream.empty()
                : Stream.of(
                        paper.file().resolveSibling(link.replaceAll("#.*", "")).normalize());
    }

    private static String first(MatchResult found) {
        return found.group(1);
    }
}
