package io.plimsoll.fuzz;

import io.plimsoll.model.Purl;
import java.nio.charset.StandardCharsets;

/// Package URLs: what was read and written reads the same again.
final class PurlTarget {
    private PurlTarget() {}

    static void run(byte[] input) {
        Purl purl;
        try {
            purl = Purl.parse(new String(input, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException documented) {
            return;
        }
        FuzzTarget.require(
                Purl.parse(purl.toString()).toString().equals(purl.toString()), purl.toString());
    }
}
