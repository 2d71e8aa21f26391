package io.plimsoll.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.catalog.Ownership;
import io.plimsoll.model.LongMap;
import io.plimsoll.model.PackageType;
import io.plimsoll.model.PathSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class OwnersTest {
    private final Owners owners = new Owners();

    @Test
    void pathsAreFoundUnderBothSpellingsOfMergedFolders() {
        add("bash", "/bin/bash", "/usr/lib/bash/x", "/usr/share/bash");
        for (String path :
                new String[] {"/bin/bash", "/usr/bin/bash", "/lib/bash/x", "/usr/lib/bash/x"}) {
            assertThat(owners.of(path))
                    .as(path)
                    .contains(new Owners.Owner(PackageType.DEB, "bash"));
        }
    }

    @Test
    void otherFoldersHaveOneSpelling() {
        add("bash", "/usr/share/bash", "/opt/x");
        assertThat(owners.of("/share/bash")).isEmpty();
        assertThat(owners.of("/usr/opt/x")).isEmpty();
        assertThat(owners.of("/usr")).isEmpty();
        assertThat(owners.of("/")).isEmpty();
        assertThat(owners.of("/library/x")).isEmpty();
    }

    @Test
    void thePackageThatListsAPathFirstOwnsIt() {
        add("first", "/usr/bin/x");
        add("second", "/usr/bin/x", "/bin/x");
        assertThat(owners.of("/usr/bin/x")).map(Owners.Owner::name).contains("first");
        assertThat(owners.of("/bin/x")).map(Owners.Owner::name).contains("second");
    }

    @Test
    void longMapKeepsTheFirstValueOfEveryKeyAsItGrows() {
        LongMap map = new LongMap();
        Random random = new Random(7);
        long[] keys = random.longs(20_000).distinct().toArray();
        for (int i = 0; i < keys.length; i++) {
            map.putIfAbsent(keys[i], i);
            map.putIfAbsent(keys[i], i + 1);
        }
        for (int i = 0; i < keys.length; i++) {
            assertThat(map.get(keys[i])).isEqualTo(i);
        }
        assertThat(map.get(random.nextLong())).isEqualTo(LongMap.ABSENT);
    }

    @Test
    void longMapKeepsKeysApartThatShareASlot() {
        LongMap map = new LongMap();
        map.putIfAbsent(0, 5);
        map.putIfAbsent(1024, 6);
        map.putIfAbsent(2048, 7);
        assertThat(map.get(0)).isEqualTo(5);
        assertThat(map.get(1024)).isEqualTo(6);
        assertThat(map.get(2048)).isEqualTo(7);
        assertThat(map.contains(3072)).isFalse();
    }

    private void add(String owner, String... paths) {
        PathSet.Builder set = PathSet.builder();
        for (String path : paths) {
            set.add(path);
        }
        owners.add(new Ownership(PackageType.DEB, owner, set.build()));
    }
}
