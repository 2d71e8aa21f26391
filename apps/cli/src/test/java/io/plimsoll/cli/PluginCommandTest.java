package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PluginCommandTest {
    private static final String HOME = "plimsoll.home";

    @TempDir Path folder;

    @BeforeEach
    void home() {
        System.setProperty(HOME, Path.of("../..").toAbsolutePath().normalize().toString());
    }

    @AfterEach
    void noHome() {
        System.clearProperty(HOME);
    }

    @Test
    void installLinksThePluginAndKeepsAllElseOfTheConfiguration() throws IOException {
        Path config = folder.resolve("config.json");
        Files.writeString(
                config,
                "{\"auths\":{\"x\":{\"auth\":\"YTpi\"}},\"n\":1.50,\"l\":[null,true,{}],"
                        + "\"plugins\":{\"other\":{\"a\":\"b\"}}}");
        Files.setPosixFilePermissions(config, PosixFilePermissions.fromString("rw-------"));
        assertThat(plugin("install").code()).isZero();
        assertThat(folder.resolve("cli-plugins/docker-scan")).isExecutable();
        assertThat(Files.readString(config).replaceAll("\\s", ""))
                .isEqualTo(
                        "{\"auths\":{\"x\":{\"auth\":\"YTpi\"}},\"n\":1.50,\"l\":[null,true,{}],"
                                + "\"plugins\":{\"other\":{\"a\":\"b\"},\"scan\":{\"hooks\":"
                                + "\"pull,imagepull,build,imagebuild,buildxbuild\"}},"
                                + "\"features\":{\"hooks\":\"true\"}}");
        assertThat(Files.getPosixFilePermissions(config))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(plugin("uninstall").code()).isZero();
        assertThat(Files.readString(config)).doesNotContain("hooks").contains("other");
        assertThat(folder.resolve("cli-plugins/docker-scan")).doesNotExist();
    }

    @Test
    void aBrokenConfigurationStaysAsItIs() throws IOException {
        Path config = folder.resolve("config.json");
        Files.writeString(config, "{ broken");
        Call call = plugin("install");
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err()).contains("config.json", "nothing was changed");
        assertThat(Files.readString(config)).isEqualTo("{ broken");
    }

    @Test
    void withoutHooksTheConfigurationIsNotTouched() {
        assertThat(plugin("install", "--no-hooks").code()).isZero();
        assertThat(folder.resolve("config.json")).doesNotExist();
    }

    @Test
    void anothersPluginIsNotReplaced() throws IOException {
        Path other = folder.resolve("cli-plugins/docker-scan");
        Files.createDirectories(other.getParent());
        Files.writeString(other, "other");
        assertThat(plugin("install").err()).contains("not of Plimsoll");
        assertThat(Files.exists(other, LinkOption.NOFOLLOW_LINKS)).isTrue();
        assertThat(plugin("uninstall").code()).isEqualTo(2);
    }

    private Call plugin(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "plugin";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[all.length - 2] = "--docker-config";
        all[all.length - 1] = folder.toString();
        return Call.of(folder, all);
    }
}
