package io.plimsoll.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.catalog.Catalog;
import io.plimsoll.catalog.Cataloger;
import io.plimsoll.catalog.Ownership;
import io.plimsoll.catalog.rpm.RpmBerkeleyCataloger;
import io.plimsoll.catalog.rpm.RpmSqliteCataloger;
import io.plimsoll.model.PackageRecord;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The rpm databases of real images hold what others find in them.
final class RpmDatabaseTruthTest {
    @Test
    void aBigEndianBerkeleyDatabaseHoldsWhatThePeersFind() throws Exception {
        Catalog catalog = read("almalinux-8.9-micro-s390x", "Packages", new RpmBerkeleyCataloger());
        assertThat(catalog.packages()).hasSize(19);
        assertThat(sources(catalog)).contains("bash: bash 4.4.20-4.el8_6");
        assertThat(owner(catalog, "bash").paths().contains("/usr/bin/bash")).isTrue();
    }

    @Test
    void aSqliteDatabaseWithALogHoldsWhatThePeersFind() throws Exception {
        Catalog catalog =
                read("almalinux-9.2-micro-aarch64", "rpmdb.sqlite", new RpmSqliteCataloger());
        assertThat(catalog.packages()).hasSize(22);
        assertThat(owner(catalog, "bash").paths().contains("/usr/bin/bash")).isTrue();
    }

    private static Catalog read(String image, String name, Cataloger cataloger)
            throws IOException, InterruptedException {
        RootFileSystem root =
                RootFileSystem.read(
                        SharedFolder.find().resolve("images").resolve(image + ".tar.xz"),
                        path -> path.startsWith("/var/lib/rpm/"));
        Catalog catalog = cataloger.catalog(root.file("/var/lib/rpm/" + name));
        assertThat(catalog.problems()).isEmpty();
        List<String> found =
                catalog.packages().stream().map(one -> one.name() + " " + one.version()).toList();
        assertThat(found)
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(peers(image, "syft", "rpm"))
                .containsExactlyInAnyOrderElementsOf(peers(image, "trivy", "alma"));
        return catalog;
    }

    /// The peers count the imported signing key as a package.
    private static List<String> peers(String image, String tool, String type) throws IOException {
        List<String> packages = PeerPackages.of(image, tool, type);
        assertThat(packages).filteredOn(RpmDatabaseTruthTest::isKey).hasSize(1);
        return packages.stream().filter(found -> !isKey(found)).toList();
    }

    private static boolean isKey(String found) {
        return found.startsWith("gpg-pubkey ");
    }

    private static List<String> sources(Catalog catalog) {
        return catalog.packages().stream().map(RpmDatabaseTruthTest::withSource).toList();
    }

    private static String withSource(PackageRecord found) {
        return found.name()
                + ": "
                + found.source().map(one -> one.name() + " " + one.version()).orElse("none");
    }

    private static Ownership owner(Catalog catalog, String name) {
        return catalog.ownerships().stream()
                .filter(owned -> owned.owner().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
