package io.plimsoll.registry;

/// Text from outside, made fit for a message.
final class Texts {
    private static final int SHOWN = 120;

    private Texts() {}

    /// In quotes, without control characters, shortened where it is long.
    static String quote(String text) {
        return "'" + plain(text) + "'";
    }

    /// The same without the quotes.
    static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        int shown = Math.min(text.length(), SHOWN);
        for (int i = 0; i < shown; i++) {
            char c = text.charAt(i);
            boolean odd = Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
            plain.append(odd ? '?' : c);
        }
        return plain.append(shown < text.length() ? "…" : "").toString();
    }
}
