package io.plimsoll.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.ScanReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What our own documents say of an image is as good as the image, in every format that lists
/// packages and every version of it: packages, findings, what is undetermined and what is not assessed.
final class SbomParityTest {
    @TempDir static Path folder;

    private static final Map<String, String> IMAGES = new LinkedHashMap<>();
    private static final Map<String, ScanReport> EXPECTED = new LinkedHashMap<>();

    /// An image and a format.
    record Way(String image, String format) {}

    @BeforeAll
    static void scan() throws IOException, InterruptedException {
        Path examples = Files.createDirectories(folder.resolve("examples"));
        Examples.write(examples);
        MarksImage.write(folder.resolve("marks.tar"));
        IMAGES.put("debian", "docker-archive:" + DebianImage.get().dockerArchive());
        IMAGES.put("marks", "docker-archive:" + folder.resolve("marks.tar"));
        IMAGES.put("example", "dir:" + examples.resolve("rootfs"));
        IMAGES.put("purls", "purls:" + purls());
        for (Map.Entry<String, String> image : IMAGES.entrySet()) {
            EXPECTED.put(image.getKey(), Scans.of(image.getValue()));
        }
    }

    /// What no image here has: modules and epochs of rpm, origins of apk, other ecosystems, packages of
    /// two distributions, a version that does not parse.
    private static Path purls() throws IOException {
        return Files.writeString(
                folder.resolve("purls.txt"),
                """
                pkg:rpm/almalinux/nodejs@16.18.1-3.module_el9.1.0?arch=x86_64&distro=almalinux-9.2&epoch=1&rpmmod=nodejs%3A16
                pkg:rpm/almalinux/glibc@2.34-60.el9?arch=x86_64&distro=almalinux-9.2
                pkg:rpm/almalinux/glibc-common@2.34-60.el9?arch=x86_64&distro=almalinux-9.2&upstream=glibc-2.34-60.el9.src.rpm
                pkg:apk/alpine/libcrypto3@3.3.2-r0?arch=x86_64&distro=alpine-3.20.3&upstream=openssl
                pkg:deb/debian/libssl3@3.0.11-1?arch=amd64&distro=debian-12&upstream=openssl
                pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1
                pkg:npm/%40babel/traverse@7.0.0
                pkg:pypi/Django@3.2
                pkg:npm/lodash@not-a-version
                pkg:golang/golang.org/x/crypto@v0.1.0
                pkg:generic/openssl@1.0
                """);
    }

    static List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        for (String image : List.of("debian", "marks", "example", "purls")) {
            for (String format :
                    List.of(
                            "cyclonedx@1.4",
                            "cyclonedx@1.5",
                            "cyclonedx@1.6",
                            "cyclonedx-xml@1.4",
                            "cyclonedx-xml@1.6",
                            "spdx@2.3",
                            "spdx-tv",
                            "spdx@3.0",
                            "json")) {
                ways.add(new Way(image, format));
            }
        }
        return ways;
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aDocumentGivesTheAnswerOfItsTarget(Way way) throws Exception {
        ScanReport expected = Objects.requireNonNull(EXPECTED.get(way.image()));
        String target = Objects.requireNonNull(IMAGES.get(way.image()));
        Path file = Scans.sbom(target, way.format(), folder.resolve("document"));
        ScanReport report = Scans.of("sbom:" + file);
        SameAnswer.demand(report, expected);
        assertThat(report.inventory().problems()).isEmpty();
        assertThat(expected.assessment().findings()).isNotEmpty();
        SameAnswer.demand(Scans.of(file.toString()), expected);
    }
}
