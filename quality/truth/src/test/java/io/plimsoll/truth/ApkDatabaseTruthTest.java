package io.plimsoll.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.catalog.Catalog;
import io.plimsoll.catalog.apk.ApkCataloger;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The apk databases of real images hold what others find in them.
final class ApkDatabaseTruthTest {
    private static final String DATABASE = "/lib/apk/db/installed";

    @ParameterizedTest
    @CsvSource({
        "alpine-minirootfs-3.10.9-x86_64, 14",
        "alpine-minirootfs-3.17.10-x86_64, 15",
        "alpine-minirootfs-3.20.3-aarch64, 14",
        "alpine-minirootfs-3.20.3-x86_64, 14"
    })
    void aDatabaseHoldsWhatThePeersFind(String image, int count) throws Exception {
        RootFileSystem root =
                RootFileSystem.read(
                        SharedFolder.find().resolve("images").resolve(image + ".tar.gz"),
                        DATABASE::equals);
        Catalog catalog = new ApkCataloger().catalog(root.file(DATABASE));
        assertThat(catalog.problems()).isEmpty();
        List<String> found =
                catalog.packages().stream().map(one -> one.name() + " " + one.version()).toList();
        assertThat(found)
                .hasSize(count)
                .containsExactlyInAnyOrderElementsOf(PeerPackages.of(image, "syft", "apk"))
                .containsExactlyInAnyOrderElementsOf(PeerPackages.of(image, "trivy", "alpine"));
        assertThat(catalog.ownerships())
                .anySatisfy(owned -> {
                    assertThat(owned.owner()).isEqualTo("busybox");
                    assertThat(owned.paths().contains("/bin/busybox")).isTrue();
                });
    }
}
