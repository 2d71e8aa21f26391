package io.plimsoll.model;

/// What may be said of who made an image.
///
/// @param kind what it is
/// @param label what people read, such as `Docker Official Image`
/// @param evidence what it rests on
public record Badge(Kind kind, String label, String evidence) {
    public Badge {
        Check.notEmpty(label, "label of a badge");
    }

    /// What a badge may say; the word is its name in lower case with hyphens.
    public enum Kind {
        OFFICIAL,
        VERIFIED_PUBLISHER,
        TRUSTED,
        SIGNED;

        /// The word in reports.
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
