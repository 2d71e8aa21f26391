package io.plimsoll.base.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TagWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "3.9-slim-bookworm | 3.9 | slim | debian 12 | -",
                "12.5-slim | 12.5 | slim | - | -",
                "bookworm-20260803-slim | - | slim | debian 12 | 20260803",
                "8u502-b07-jdk-alpine-3.24 | 8u502 | jdk | alpine 3.24 | -",
                "25.0.4_7-jre-noble | 25.0.4_7 | jre | ubuntu 24.04 | -",
                "1.29.1-alpine3.22-perl | 1.29.1 | perl | alpine 3.22 | -",
                "8.4-fpm-alpine | 8.4 | fpm | alpine | -",
                "17-jdk-ubi9-minimal | 17 | jdk,minimal | rhel 9 | -",
                "8-al2023 | 8 | - | amzn 2023 | -",
                "v2.1.0 | v2.1.0 | - | - | -",
                "latest | - | - | - | -",
                "20260805 | - | - | - | 20260805",
                "alpine | - | - | alpine | -",
                "1.27rc1-trixie | 1.27rc1 | - | debian 13 | -"
            })
    void aTagIsVersionVariantAndSystem(
            String tag, String version, String variant, String system, String day) {
        TagWords words = TagWords.parse(tag);
        assertThat(words.version()).isEqualTo(version == null ? "" : version);
        assertThat(String.join(",", words.variant())).isEqualTo(variant == null ? "" : variant);
        assertThat(
                        words.system()
                                .map(each -> (each.id() + " " + each.release()).strip())
                                .orElse(""))
                .isEqualTo(system == null ? "" : system);
        assertThat(words.day()).isEqualTo(day == null ? "" : day);
    }

    @Test
    void whatIsNotFinishedIsSeen() {
        assertThat(TagWords.parse("1.27rc1-trixie").isDraft()).isTrue();
        assertThat(TagWords.parse("3.15-rc-slim").isDraft()).isTrue();
        assertThat(TagWords.parse("3.15.0b2").isDraft()).isTrue();
        assertThat(TagWords.parse("3.14-slim").isDraft()).isFalse();
        assertThat(TagWords.parse("8u502-b07-jdk").isDraft()).isFalse();
    }

    @Test
    void shapesAreVariantAndDistributionWithoutItsRelease() {
        TagWords slim = TagWords.parse("3.9-slim-bullseye");
        assertThat(slim.isShapedAs(TagWords.parse("3.14-slim-trixie"))).isTrue();
        assertThat(slim.isShapedAs(TagWords.parse("3.14-slim"))).isFalse();
        assertThat(slim.isShapedAs(TagWords.parse("3.14-trixie"))).isFalse();
        assertThat(slim.isShapedAs(TagWords.parse("3.14-slim-alpine"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "3.9.1,3.9",
                "3.9,3.9",
                "3.10,3.10",
                "3.1.4,3.1",
                "3,-",
                "8u502,8",
                "4.0,-",
                "8.4.2,8.4"
            })
    void aVersionIsOfTheReleaseWhoseNumbersItBeginsWith(String version, String release) {
        List<String> releases = List.of("3.10", "3.9", "3.1", "8", "8.4");
        assertThat(Products.release(Versions.numbers(version), releases, each -> each).orElse(null))
                .isEqualTo(release);
    }

    @Test
    void softwareHasItsOwnNameAtTheTableOfEnds() {
        assertThat(Products.load().of("node")).contains("nodejs");
        assertThat(Products.load().of("python")).contains("python");
        assertThat(Products.load().of("team/python")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "3.9,3.14,MINOR",
        "3.9,3.9.5,SAME",
        "3.14,3.9,OLDER",
        "8u502,11.0.32_9,MAJOR",
        "12.5,12.15,MINOR",
        "3,3.14.1,SAME",
        "x,3,UNKNOWN"
    })
    void versionsAreComparedByTheirNumbers(String from, String to, VersionStep step) {
        assertThat(VersionStep.between(Versions.numbers(from), Versions.numbers(to)))
                .isEqualTo(step);
    }
}
