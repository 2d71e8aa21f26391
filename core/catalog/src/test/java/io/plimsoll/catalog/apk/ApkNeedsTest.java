package io.plimsoll.catalog.apk;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.catalog.PackageNeeds;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class ApkNeedsTest {
    private static final String INSTALLED =
            """
            P:busybox
            V:1.36.1-r29
            I:950272
            D:so:libc.musl-x86_64.so.1
            p:cmd:sh=1.36.1-r29

            P:musl
            V:1.2.5-r0
            I:667648
            p:so:libc.musl-x86_64.so.1=1

            P:busybox-binsh
            I:8192
            i:busybox=1.36.1-r29

            P:left
            D:left-lib

            P:left-lib
            I:x

            P:.build-deps
            D:left>1
            """;

    @Test
    void whatTheWorldLeadsToIsNeeded() {
        PackageNeeds needs = read("busybox>1.0\n!left\n");
        assertThat(needs.unneeded()).containsExactly(".build-deps", "left", "left-lib");
        assertThat(needs.sizes())
                .hasSize(3)
                .containsEntry("musl", 667648L)
                .containsEntry("busybox-binsh", 8192L);
    }

    @Test
    void aGroupOfPackagesIsAskedForByItsName() {
        assertThat(read("busybox .build-deps").unneeded()).isEmpty();
    }

    private static PackageNeeds read(String world) {
        return ApkNeeds.read(
                INSTALLED.getBytes(StandardCharsets.UTF_8), world.getBytes(StandardCharsets.UTF_8));
    }
}
