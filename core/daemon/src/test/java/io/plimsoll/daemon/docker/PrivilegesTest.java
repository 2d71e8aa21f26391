package io.plimsoll.daemon.docker;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PrivilegesTest {
    @TempDir Path folder;

    private Privileges privileges(String capabilities, String users, String metacopy)
            throws IOException {
        Files.writeString(
                folder.resolve("status"),
                "Name:\tjava\nCapPrm:\t000001ffffffffff\nCapEff:\t" + capabilities + "\n");
        Files.writeString(folder.resolve("uid_map"), users);
        Files.writeString(folder.resolve("metacopy"), metacopy);
        Files.writeString(folder.resolve("redirect_dir"), "N\n");
        return new Privileges(folder, folder);
    }

    private static final String FIRST = "         0          0 4294967295\n";

    @Test
    void rootOfTheMachineMayRead() {
        assertThatCode(() -> privileges("000001ffffffffff", FIRST, "N\n").demand())
                .doesNotThrowAnyException();
    }

    @Test
    void othersMayNot() {
        assertThatThrownBy(() -> privileges("0000000000000000", FIRST, "N\n").demand())
                .isInstanceOf(UnfitFoldersException.class)
                .hasMessageContaining("root");
        assertThatThrownBy(() -> privileges("00000000a80425fb", FIRST, "N\n").demand())
                .isInstanceOf(UnfitFoldersException.class);
        assertThatThrownBy(() -> privileges("000001ffffffffff", "0 100000 65536\n", "N\n").demand())
                .isInstanceOf(UnfitFoldersException.class);
        assertThatThrownBy(() -> new Privileges(folder.resolve("none"), folder).demand())
                .isInstanceOf(UnfitFoldersException.class);
    }

    @Test
    void whatOnlyOverlayfsCanFollowIsLeftToIt() {
        assertThatThrownBy(() -> privileges("000001ffffffffff", FIRST, "Y\n").demand())
                .isInstanceOf(UnfitFoldersException.class)
                .hasMessageContaining("metacopy");
    }
}
