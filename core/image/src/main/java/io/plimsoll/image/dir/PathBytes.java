package io.plimsoll.image.dir;

import java.util.Arrays;

/// The bytes of a path by its URI form.
final class PathBytes {
    private PathBytes() {}

    /// Decodes `%41`.
    static byte[] decoded(String text) {
        byte[] bytes = new byte[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '%') {
                bytes[length++] = (byte) Integer.parseInt(text, i + 1, i + 3, 16);
                i += 2;
            } else {
                bytes[length++] = (byte) text.charAt(i);
            }
        }
        return Arrays.copyOf(bytes, length);
    }
}
