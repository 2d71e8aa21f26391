package io.plimsoll.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ImagePathTest {
    @ParameterizedTest
    @CsvSource({
        "./usr/lib/, /usr/lib",
        "usr//lib, /usr/lib",
        "/usr/./lib, /usr/lib",
        "usr/../etc, /etc",
        "/, /",
        "., /",
        "'', /",
        "//, /",
        "/a/..b/.c/..., /a/..b/.c/...",
        "/already/normal, /already/normal"
    })
    void pathsOfArchivesBecomeAbsolute(String path, String normal) {
        assertThat(ImagePath.normalize(path)).contains(normal);
        assertThat(ImagePath.normalize(normal)).contains(normal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../etc", "/..", "a/../../b", "/a/b/../../../c", "a\0b"})
    void pathsThatEscapeOrHoldANulAreRefused(String path) {
        assertThat(ImagePath.normalize(path)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/etc/os-release, ../usr/lib/os-release, /usr/lib/os-release",
        "/etc/os-release, /opt//x/., /opt/x",
        "/etc/x, ../../../../y, /y",
        "/x, y, /y",
        "/a/b, ., /a",
        "/a, /, /"
    })
    void linksThatClimbAboveTheRootStayThere(String link, String target, String resolved) {
        assertThat(ImagePath.resolve(link, target)).isEqualTo(resolved);
    }

    @Test
    void theRootIsItsOwnFolder() {
        assertThat(ImagePath.parent("/")).isEqualTo("/");
        assertThat(ImagePath.parent("/a")).isEqualTo("/");
        assertThat(ImagePath.parent("/a/b")).isEqualTo("/a");
        assertThat(ImagePath.name("/a/b")).isEqualTo("b");
    }

    @Test
    void setsOfPathsForgetOrderAndRepetition() {
        PathSet one = PathSet.builder().add("/a").add("/b").add("/a").build();
        PathSet other = PathSet.builder().add("/b").add("/a").build();
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(one.size()).isEqualTo(2);
        assertThat(one.contains("/a")).isTrue();
        assertThat(one.contains("/A")).isFalse();
        assertThat(PathSet.builder().build()).isSameAs(PathSet.empty());
        assertThat(PathSet.ofHashes(one.hashes())).isEqualTo(one);
    }

    @Test
    void setsOfPathsTakeSortedHashesOnly() {
        assertThatThrownBy(() -> PathSet.ofHashes(new long[] {2, 1}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PathSet.ofHashes(new long[] {1, 1}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
