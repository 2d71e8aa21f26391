package io.plimsoll.checks.secrets;

import java.util.List;
import java.util.Locale;

/// Tells a secret from what stands in its place in examples.
final class Plausible {
    /// Text that no generator of secrets makes and every writer of examples does.
    private static final List<String> PLACEHOLDERS =
            List.of(
                    "example",
                    "xxxx",
                    "0000000000",
                    "your_",
                    "your-",
                    "yourtoken",
                    "placeholder",
                    "changeme",
                    "redacted",
                    "dummy",
                    "****",
                    "....");

    private static final int ALPHABET = 256;

    private Plausible() {}

    /// @param entropy the least bits a character
    static boolean is(String secret, double entropy) {
        String lower = secret.toLowerCase(Locale.ROOT);
        for (String each : PLACEHOLDERS) {
            if (lower.contains(each)) {
                return false;
            }
        }
        return entropy <= 0 || entropy(secret) >= entropy;
    }

    /// Shannon's entropy of the characters, in bits each.
    static double entropy(String text) {
        int[] counts = new int[ALPHABET];
        for (int i = 0; i < text.length(); i++) {
            counts[text.charAt(i) & 0xff]++;
        }
        double entropy = 0;
        for (int count : counts) {
            if (count > 0) {
                double share = (double) count / text.length();
                entropy -= share * Math.log(share) / Math.log(2);
            }
        }
        return entropy;
    }
}
