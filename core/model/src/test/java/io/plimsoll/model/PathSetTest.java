package io.plimsoll.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PathSetTest {
    @Test
    void theFoldersAboveAPathHaveTheirOwnHashes() {
        assertThat(folders("/usr/lib/a"))
                .containsExactly(PathSet.hash("/"), PathSet.hash("/usr"), PathSet.hash("/usr/lib"));
        assertThat(folders("/a")).containsExactly(PathSet.hash("/"));
        assertThat(folders("/")).containsExactly(PathSet.hash("/"));
    }

    private static List<Long> folders(String path) {
        List<Long> hashes = new ArrayList<>();
        PathSet.forEachFolder(path, hashes::add);
        return hashes;
    }
}
