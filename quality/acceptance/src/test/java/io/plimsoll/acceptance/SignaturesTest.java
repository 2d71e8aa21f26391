package io.plimsoll.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.json.Json;
import io.plimsoll.json.JsonObject;
import io.plimsoll.testkit.AttestedImages;
import io.plimsoll.testkit.ImageBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Signatures and provenance of images that lie in Debian's registry, which has no list of referrers
/// but the tag.
final class SignaturesTest {
    @TempDir Path folder;

    private RealRegistry registry;
    private Program program;

    @BeforeEach
    void start() throws Exception {
        registry = RealRegistry.plain(folder.resolve("registry"));
        program = CommandLineTest.launcher(folder).with("PLIMSOLL_PLAIN_HTTP", registry.host());
        for (String key : AttestedImages.KEYS) {
            AttestedImages.copy(key + ".pub", folder);
        }
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    private Program.Outcome verify(String... arguments) throws Exception {
        String[] command = new String[arguments.length + 2];
        command[0] = Repository.launcher().toString();
        command[1] = "verify";
        System.arraycopy(arguments, 0, command, 2, arguments.length);
        return program.run(command);
    }

    @Test
    void eachKeyIsFoundBesideTheImage() throws Exception {
        SignedImages.push("signed-all", registry.host(), "team/app");
        String name = "registry:" + registry.host() + "/team/app:1";
        String digest = ImageBuilder.digest(AttestedImages.file("signed-index.json")).toString();
        for (String key : AttestedImages.KEYS) {
            assertThat(verify(name, "--key", key + ".pub").withCode(0).lines())
                    .startsWith("signed by " + key + ".pub", "  " + digest);
        }
        assertThat(verify(name, "--key=rsa.pub", "--key=p256.pub").withCode(0).out())
                .startsWith("signed by ");
    }

    @Test
    void anotherKeyAndNoSignatureAreOne() throws Exception {
        SignedImages.push("signed-p256", registry.host(), "team/app");
        String name = "registry:" + registry.host() + "/team/app:1";
        assertThat(verify(name, "--key", "rsa.pub").withCode(1).out())
                .isEqualTo(
                        "not signed by a given key: a signature is by none of the keys, or of"
                                + " something that was altered since\n");
        program.lines(
                "skopeo",
                "copy",
                "--all",
                "--dest-tls-verify=false",
                "oci-archive:" + AttestedImages.copy("min-one.tar", folder),
                "docker://" + registry.host() + "/team/plain:1");
        String plain = "registry:" + registry.host() + "/team/plain:1";
        assertThat(verify(plain, "--key", "rsa.pub").withCode(1).out()).isEqualTo("not signed\n");
    }

    @Test
    void whatCannotBeReadIsThree() throws Exception {
        String name = "registry:" + registry.host() + "/team/none:1";
        assertThat(verify(name, "--key", "rsa.pub").withCode(3).out()).isEmpty();
        assertThat(verify("oci-archive:none.tar", "--key", "rsa.pub").withCode(3).out()).isEmpty();
        assertThat(verify("oci-archive:none.tar").withCode(2).err())
                .contains("verify needs --key FILE");
        assertThat(verify("oci-archive:none.tar", "--key", "none.pub").withCode(2).err())
                .contains("the key 'none.pub' cannot be read");
    }

    @Test
    void aScanOfTheRegistryTellsTheBaseByProvenance() throws Exception {
        SignedImages.push("signed-p256", registry.host(), "team/app");
        String out =
                program.run(
                                Repository.launcher().toString(),
                                "scan",
                                "--format=json",
                                "registry:" + registry.host() + "/team/app:1")
                        .withCode(0)
                        .out();
        JsonObject target =
                Json.parse(out.getBytes(StandardCharsets.UTF_8)).asObject().object("target");
        JsonObject base = target.object("base");
        assertThat(base.text("reference")).isEqualTo("debian:bookworm");
        assertThat(base.text("digest")).startsWith("sha256:");
        assertThat(base.text("how")).isEqualTo("provenance (BuildKit, SLSA v1)");
        assertThat(target.objects("layers"))
                .extracting(each -> each.text("origin"))
                .containsExactly("base", "base", "own", "own");
    }
}
