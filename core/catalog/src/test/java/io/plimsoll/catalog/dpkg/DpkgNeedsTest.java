package io.plimsoll.catalog.dpkg;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.catalog.PackageNeeds;
import io.plimsoll.model.Limits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Held against `apt-get autoremove` itself in `quality/acceptance`.
final class DpkgNeedsTest {
    private static final String STATUS =
            record("base", "Essential: yes\nDepends: libold (>= 2), libnew (>= 1)")
                    + record("libold", "")
                    + record("libnew", "")
                    + record(
                            "asked",
                            "Depends: virtual | other\nRecommends: nice\nSuggests: maybe:any")
                    + record("real", "Provides: virtual (= 3)")
                    + record("nice", "")
                    + record("maybe", "")
                    + record("cycle-a", "Depends: cycle-b")
                    + record("cycle-b", "Depends: cycle-a");

    private static String record(String name, String fields) {
        return "Package: "
                + name
                + "\nStatus: install ok installed\nVersion: 1.0-1\nArchitecture: all\nInstalled-Size: 10\n"
                + (fields.isEmpty() ? "" : fields + "\n")
                + "\n";
    }

    @Test
    void whatIsReachedFromPackagesThatWereAskedForIsNeeded() throws InterruptedException {
        PackageNeeds needs =
                read("libold", "libnew", "base", "real", "nice", "maybe", "cycle-a", "cycle-b");
        assertThat(needs.unneeded()).containsExactly("cycle-a", "cycle-b", "libold");
    }

    @Test
    void withoutAptsMarksAllWasAskedFor() throws InterruptedException {
        assertThat(read().unneeded()).isEmpty();
    }

    @Test
    void sizesAreBytesAndRecommendationsAreThoseThatAreThere() throws InterruptedException {
        PackageNeeds needs = read();
        assertThat(needs.sizes()).hasSize(9).containsEntry("nice", 10240L);
        assertThat(needs.recommended()).hasSize(1).containsEntry("asked", Set.of("nice"));
    }

    @Test
    void damagedListsAreReadAllTheSame() throws InterruptedException {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            byte[] bytes = STATUS.getBytes(StandardCharsets.UTF_8);
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(128);
            assertThat(DpkgNeeds.read(bytes, bytes, Limits.standard())).isNotNull();
        }
    }

    private static PackageNeeds read(String... automatic) throws InterruptedException {
        StringBuilder states = new StringBuilder();
        List.of(automatic)
                .forEach(name ->
                        states.append("Package: " + name)
                                .append("\nArchitecture: amd64\nAuto-Installed: 1\n\n"));
        return DpkgNeeds.read(
                STATUS.getBytes(StandardCharsets.UTF_8),
                states.toString().getBytes(StandardCharsets.UTF_8),
                Limits.standard());
    }
}
