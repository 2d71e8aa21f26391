package io.plimsoll.lint.context;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IgnoreFileTest {
    /// Rows as github.com/moby/patternmatcher decides them.
    @ParameterizedTest
    @CsvSource({
        "**, file, true",
        "**/, file, true",
        "**/, dir/file, true",
        "**/**, dir/file, true",
        "dir/**, dir/file, true",
        "dir/**, dir/dir2/file, true",
        "dir/**, dir2/file, false",
        "**/dir2/*, dir/dir2/file, true",
        "**/dir2/*, dir/dir2/dir2/file, true",
        "**file, file, true",
        "**file, dir/file, true",
        "**/file, file, true",
        "**/file, dir/dir2/file, true",
        "**/file*, dir/dir/file.txt, true",
        "**/file*txt, dir/dir/file.txt, true",
        "**/file*.txt*, dir/dir/file.txt, true",
        "**/**/*.txt, dir/dir/file.txt, true",
        "**/**/*.txt2, dir/dir/file.txt, false",
        "a**/*.txt, a/dir/file.txt, true",
        "a/*/*.txt, a/b/file.txt, true",
        "a/*/*.txt, a/b/c/file.txt, false",
        "a[b-d]e, ace, true",
        "a[^b-d]e, ace, false",
        "a\\*b, a*b, true",
        "a\\*b, axb, false",
        "abc, abc/d/e, true",
        "/abc, abc, true",
        "./abc/, abc, true",
        "a/../abc, abc, true",
        "*, a/b, true",
        "**.md, a/b.md, true",
        "**.md*, a/b.md, false",
        "**/dir, dir/d, true",
        "**/x.md, x.md/.git/a, true",
        "*.md, a/b.md, false",
        "?, a, true",
        "?, ab, false",
        "a.c, abc, false",
        "'(a+b)', '(a+b)', true",
    })
    void patternsMatchAsTheBuildersDo(String pattern, String path, boolean ignored) {
        assertThat(IgnoreFile.of(pattern).ignores(path)).isEqualTo(ignored);
    }

    @Test
    void theLastPatternThatMatchesDecides() {
        IgnoreFile file = IgnoreFile.of("*.md\n!README*.md\nREADME-secret.md\n");
        assertThat(file.ignores("NOTES.md")).isTrue();
        assertThat(file.ignores("README.md")).isFalse();
        assertThat(file.ignores("README-secret.md")).isTrue();
    }

    @Test
    void commentsBlanksAndBadPatternsSayNothing() {
        assertThat(IgnoreFile.of("\uFEFF# a\n\n  \n[a\n\\").isEmpty()).isTrue();
        assertThat(IgnoreFile.of(" # a").isEmpty()).isFalse();
    }

    @Test
    void longPatternsTakeTimeInProportion() {
        String pattern = "**/*a".repeat(200);
        assertThat(IgnoreFile.of(pattern).ignores("ab/".repeat(500) + "b")).isFalse();
    }
}
