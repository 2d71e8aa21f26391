package io.plimsoll.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.image.ImageNotFoundException;
import org.junit.jupiter.api.Test;

final class BareNameTest {
    @Test
    void whereNobodyHasItEachAttemptIsSaid() {
        assertThatThrownBy(() -> Images.read("no-such-thing"))
                .isInstanceOf(ImageNotFoundException.class)
                .hasMessageStartingWith("'no-such-thing' was not found:\n  there is no such file\n")
                .hasMessageContaining(
                        "\n  registry: --offline forbids to ask the registry for"
                                + " 'docker.io/library/no-such-thing:latest'");
    }

    @Test
    void aPathThatIsNoNameIsSaidToBeNone() {
        assertThatThrownBy(() -> Images.read("/no/such/file.tar"))
                .isInstanceOf(ImageNotFoundException.class)
                .hasMessageContaining("there is no such file\n")
                .hasMessageContaining("\n  registry: '/no/such/file.tar' is no repository");
    }

    @Test
    void aKindIsAPrefixAndARegistrysPortIsNone() {
        assertThat(Target.parse("registry:localhost:5000/a:1"))
                .isEqualTo(new Target("registry", "localhost:5000/a:1"));
        assertThat(Target.parse("localhost:5000/a:1"))
                .isEqualTo(new Target("", "localhost:5000/a:1"));
        assertThat(Target.parse("alpine:3")).isEqualTo(new Target("", "alpine:3"));
        assertThat(Target.parse("sbom:a.json")).isEqualTo(new Target("sbom", "a.json"));
        assertThat(Target.parse("pkg:npm/a@1")).isEqualTo(new Target("pkg", "pkg:npm/a@1"));
    }
}
