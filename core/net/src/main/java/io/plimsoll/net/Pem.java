package io.plimsoll.net;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Blocks of a text in PEM. What stands outside of them is not read.
///
/// Source: RFC 7468.
public final class Pem {
    private Pem() {}

    /// The contents of all blocks with a label, such as `PUBLIC KEY`.
    ///
    /// @throws IllegalArgumentException if a block is not base64
    public static List<byte[]> blocks(String text, String label) {
        Pattern block =
                Pattern.compile(
                        "-----BEGIN " + label + "-----([^-]*)-----END " + label + "-----",
                        Pattern.DOTALL);
        List<byte[]> all = new ArrayList<>();
        Matcher matcher = block.matcher(text);
        while (matcher.find()) {
            all.add(Base64.getMimeDecoder().decode(matcher.group(1)));
        }
        return all;
    }
}
