package io.plimsoll.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Images with provenance by BuildKit and with signatures by cosign; `attested/SOURCE.md` says how they
/// were made.
public final class AttestedImages {
    /// Names of the keys that signed, without `.pub`.
    public static final List<String> KEYS = List.of("p256", "p384", "p521", "rsa", "ed25519");

    private static final int BLOCK = 512;
    private static final int NAME = 100;
    private static final int SIZE = 124;
    private static final int SIZE_DIGITS = 11;
    private static final int TYPE = 156;

    private AttestedImages() {}

    /// A file of the collection, such as `max.tar` or `p256.pub`.
    public static byte[] file(String name) {
        try (InputStream in = AttestedImages.class.getResourceAsStream("/attested/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no file '" + name + "'");
            }
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// The file, copied to a folder.
    public static Path copy(String name, Path folder) throws IOException {
        return Files.write(folder.resolve(name), file(name));
    }

    /// The members of a tar of the collection, by path without `./`.
    public static Map<String, byte[]> members(String name) {
        byte[] tar = file(name);
        Map<String, byte[]> members = new LinkedHashMap<>();
        for (int at = 0; at + BLOCK <= tar.length && tar[at] != 0; ) {
            String path = text(tar, at, NAME);
            int size = Integer.parseInt(text(tar, at + SIZE, SIZE_DIGITS), 8);
            if (tar[at + TYPE] == '0') {
                byte[] content = new byte[size];
                System.arraycopy(tar, at + BLOCK, content, 0, size);
                members.put(path.startsWith("./") ? path.substring(2) : path, content);
            }
            at += BLOCK + (size + BLOCK - 1) / BLOCK * BLOCK;
        }
        return members;
    }

    /// The provenance of an image of the collection, an in-toto statement.
    public static byte[] statement(String image) {
        return members(image + ".tar").values().stream()
                .filter(each ->
                        text(each, 0, Math.min(NAME, each.length)).contains("in-toto.io/Stat"))
                .findFirst()
                .orElseThrow();
    }

    private static String text(byte[] bytes, int offset, int length) {
        String text = new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }
}
