package io.plimsoll.acceptance;

import static io.plimsoll.acceptance.HostileCase.READ;
import static io.plimsoll.acceptance.HostileTars.text;

import io.plimsoll.testkit.TarBuilder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/// Texts that cost a search for secrets, and files that checks read, as much as texts can.
final class HostileTexts {
    private static final int MIB = 1024 * 1024;
    private static final int MANY = 200_000;

    private HostileTexts() {}

    static List<HostileCase> all() {
        List<HostileCase> all = new ArrayList<>();
        all.add(large("a text of 100 MB in one line", text("abc def ".repeat(MIB / 8))));
        all.add(large("a text of 100 MB of keywords", text("AKIAghp_hvs.".repeat(MIB / 12))));
        all.add(large("a text of 100 MB of keys that never end", text(key().repeat(MIB / 40))));
        all.add(large("a text of 100 MB of line ends", text("\n".repeat(MIB))));
        all.add(large("a text of 100 MB in base64", base64()));
        all.add(large("a file of 100 MB of 0xff", filled(0xff)));
        all.add(large("a file of 100 MB that becomes binary behind its first pages", mixed()));
        all.add(
                HostileCase.of(
                        "a passwd of 200000 accounts with one id",
                        folder -> HostileImages.file(folder, "etc/passwd", accounts()),
                        0,
                        READ));
        all.add(
                HostileCase.of(
                        "200000 files that everybody may change",
                        folder -> HostileImages.above(folder, writable()),
                        0,
                        READ));
        return all;
    }

    private static HostileCase large(String name, byte[] part) {
        return HostileCase.of(
                name, folder -> HostileBombs.largeFile(folder, "srv/text", part, 100), 0, READ);
    }

    private static String key() {
        return "-----BEGIN " + "RSA PRIVATE KEY-----\n \\n \\r ";
    }

    private static byte[] base64() {
        byte[] bytes = new byte[3 * MIB / 4];
        new Random(3).nextBytes(bytes);
        return Base64.getEncoder().encode(bytes);
    }

    private static byte[] filled(int value) {
        byte[] bytes = new byte[MIB];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static byte[] mixed() {
        byte[] bytes = filled('a');
        Arrays.fill(bytes, 8192, MIB, (byte) 0);
        return bytes;
    }

    private static byte[] accounts() {
        StringBuilder accounts = new StringBuilder();
        for (int i = 0; i < MANY; i++) {
            accounts.append('u').append(i).append("::7:7::/:/bin/sh\n");
        }
        return accounts.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] writable() {
        TarBuilder tar = new TarBuilder();
        for (int i = 0; i < MANY; i++) {
            tar.file("srv/" + i / 1000 + "/" + i, new byte[0], 0777);
        }
        return tar.build();
    }
}
