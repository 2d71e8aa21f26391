package io.plimsoll.base.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.model.Badge;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ImageNameTest {
    private static final String DIGEST = "sha256:" + "ab".repeat(32);

    @ParameterizedTest
    @CsvSource({
        "debian,debian:latest",
        "docker.io/library/debian:12,debian:12",
        "index.docker.io/grafana/grafana:11,grafana/grafana:11",
        "library/debian:12,debian:12",
        "localhost:5000/base,localhost:5000/base:latest",
        "registry.example.org/team/base:1.2,registry.example.org/team/base:1.2"
    })
    void namesAreFamiliar(String text, String name) {
        assertThat(ImageName.parse(text)).hasToString(name);
    }

    @Test
    void aDigestNeedsNoTag() {
        ImageName name = ImageName.parse("debian@" + DIGEST);
        assertThat(name).hasToString("debian");
        assertThat(name.digest()).hasToString("Optional[" + DIGEST + "]");
        assertThat(ImageName.parse("debian:12@" + DIGEST)).hasToString("debian:12");
    }

    @Test
    void trustedImagesHaveBadges() {
        TrustList list =
                TrustList.parse(
                        "list",
                        List.of(
                                "# ours",
                                "",
                                "registry.example.org/base/*  trusted  the platform team",
                                "grafana/*  verified-publisher"));
        assertThat(list.badges(ImageName.parse("registry.example.org/base/jdk/21:1")))
                .containsExactly(
                        new Badge(
                                Badge.Kind.TRUSTED,
                                "Trusted (the platform team)",
                                "line 3 of the list of trusted images"));
        assertThat(list.badges(ImageName.parse("docker.io/grafana/loki:3")))
                .extracting(Badge::label)
                .containsExactly("Verified Publisher");
        assertThat(list.badges(ImageName.parse("evil.example.org/grafana/loki"))).isEmpty();
        assertThat(list.badges(ImageName.parse("debian:12"))).isEmpty();
    }

    @Test
    void aLineThatSaysNothingIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> TrustList.parse("list", List.of("debian good")))
                .hasMessageStartingWith("list:1: 'debian good' is not");
    }
}
