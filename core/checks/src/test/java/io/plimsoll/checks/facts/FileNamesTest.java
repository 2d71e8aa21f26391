package io.plimsoll.checks.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FileNamesTest {
    @Test
    void namesAndSizesComeBackInTheirOrder() {
        FileNames names = names("/usr/lib/a:5", "/usr/lib/ab:0", "/b:4294967296", "/ü/大:7");
        assertThat(listed(names))
                .containsExactly("/usr/lib/a:5", "/usr/lib/ab:0", "/b:4294967296", "/ü/大:7");
        FileNames kept = FileNames.of(names.data(), names.count(), true);
        assertThat(listed(kept)).isEqualTo(listed(names));
    }

    @Test
    void foldersHaveNoSize() {
        FileNames.Builder builder = new FileNames.Builder();
        builder.add("/a", FileNames.FOLDER);
        assertThat(listed(builder.build())).containsExactly("/a:-1");
    }

    @Test
    void whatNamesShareIsWrittenOnce() {
        FileNames.Builder builder = new FileNames.Builder();
        String folder = "/usr/lib/python3/site-packages/somewhere/deep/";
        for (int i = 0; i < 1000; i++) {
            builder.add(folder + i, i);
        }
        assertThat(builder.build().data().length).isLessThan(1000 * 8);
    }

    @Test
    void damagedBytesAreRefused() {
        byte[] data = names("/usr/lib/a:5", "/usr/lib/b:6").data();
        for (int length = 0; length < data.length; length++) {
            byte[] cut = Arrays.copyOf(data, length);
            assertThatThrownBy(() -> FileNames.of(cut, 2, true))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static FileNames names(String... entries) {
        FileNames.Builder builder = new FileNames.Builder();
        for (String entry : entries) {
            int colon = entry.lastIndexOf(':');
            builder.add(entry.substring(0, colon), Long.parseLong(entry.substring(colon + 1)));
        }
        return builder.build();
    }

    private static List<String> listed(FileNames names) {
        List<String> all = new ArrayList<>();
        names.forEach((path, size) -> all.add(path + ":" + size));
        return all;
    }
}
