package io.plimsoll.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ImageReferenceTest {
    private static final String HEX = "0123456789abcdef".repeat(4);

    @ParameterizedTest
    @CsvSource({
        "alpine, docker.io/library/alpine:latest",
        "alpine:3.20, docker.io/library/alpine:3.20",
        "team/app, docker.io/team/app:latest",
        "docker.io/alpine, docker.io/library/alpine:latest",
        "index.docker.io/team/app:1, docker.io/team/app:1",
        "registry-1.docker.io/alpine, docker.io/library/alpine:latest",
        "localhost/app, localhost/app:latest",
        "localhost:5000/app:1, localhost:5000/app:1",
        "registry.example/a/b/c:x, registry.example/a/b/c:x",
        "registry.example:443/a__b-c.d, registry.example:443/a__b-c.d:latest",
        "127.0.0.1:5000/app, 127.0.0.1:5000/app:latest",
        "[::1]:5000/app:1, [::1]:5000/app:1",
        "Upper/app, Upper/app:latest",
    })
    void aNameIsCompletedAsDockerDoesIt(String text, String whole) {
        assertThat(ImageReference.parse(text)).hasToString(whole);
    }

    @Test
    void aDigestNamesMoreThanATag() {
        ImageReference both = ImageReference.parse("app:1@sha256:" + HEX);
        assertThat(both.tag()).contains("1");
        assertThat(both.target()).isEqualTo("sha256:" + HEX);
        ImageReference alone = ImageReference.parse("localhost/app@sha256:" + HEX);
        assertThat(alone.tag()).isEmpty();
        assertThat(alone).hasToString("localhost/app@sha256:" + HEX);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "App",
                "a//b",
                "a/../b",
                "../etc/passwd",
                "registry.example/a/../../b",
                "a b",
                "a:",
                "a:b:c",
                "a:-x",
                "a@",
                "a@sha256:12",
                "a@md5:d41d8cd98f00b204e9800998ecf8427e",
                "a?x=y",
                "a#x",
                "a%2fb",
                "user:secret@registry.example/a",
                "https://registry.example/a",
                "registry.example:port/a",
                "registry.example:123456/a",
                "-registry.example/a",
                "registry.example/a\r\nHost: other",
                "registry.example/a\u0000",
                "registry.example/\u202ea",
                "re\u0261istry.example/a",
                "_a",
                "a_",
                "a___b",
            })
    void whatIsNoReferenceIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ImageReference.parse(text));
    }

    @Test
    void aMessageShowsNoControlCharactersAndNoEndlessText() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageReference.parse("a\u001b[2J" + "b".repeat(3000)))
                .satisfies(refused ->
                        assertThat(refused.getMessage())
                                .doesNotContain("\u001b")
                                .hasSizeLessThan(400));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageReference.parse("a/".repeat(1_000_000)));
    }

    @Test
    void aMirrorStandsForDockerHubUnlessItSaysOtherwise() {
        assertThat(RegistryOptions.Mirror.parse("mirror.example:5000"))
                .isEqualTo(new RegistryOptions.Mirror("docker.io", "mirror.example:5000"));
        assertThat(RegistryOptions.Mirror.parse("registry.example=localhost:1"))
                .isEqualTo(new RegistryOptions.Mirror("registry.example", "localhost:1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegistryOptions.Mirror.parse("http://mirror.example"));
    }
}
