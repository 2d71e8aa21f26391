package io.plimsoll.image.dir;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MountTableTest {
    private static final String TABLE =
            """
            24 1 0:22 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
            25 24 0:5 / /proc rw,nosuid - proc proc rw
            26 24 0:23 / /srv/root rw master:2 propagate_from:3 - btrfs /dev/sdb rw
            27 26 0:24 / /srv/root/run rw - tmpfs tmpfs rw
            28 26 0:25 / /srv/root/my\\040disk rw - vfat /dev/sdc rw
            29 26 0:26 / /srv/rootless rw - ext4 /dev/sdd rw
            nonsense
            """;

    @Test
    void mountsBelowTheRootAreKnownByTheirPathInside() {
        MountTable table = MountTable.parse(TABLE, "/srv/root");
        assertThat(table.typeAt("/run")).contains("tmpfs");
        assertThat(table.typeAt("/my disk")).contains("vfat");
        assertThat(table.typeAt("/proc")).isEmpty();
        assertThat(table.typeAt("less")).isEmpty();
        assertThat(table.rootType()).isEqualTo("btrfs");
    }

    @Test
    void mountsOfTheWholeMachineAreKnown() {
        MountTable table = MountTable.parse(TABLE, "/");
        assertThat(table.typeAt("/proc")).contains("proc");
        assertThat(table.typeAt("/srv/root/run")).contains("tmpfs");
        assertThat(table.rootType()).isEqualTo("ext4");
    }
}
