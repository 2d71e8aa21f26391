package io.plimsoll.model;

/// Whether a package could be judged.
///
/// @param assessed whether advisories for its kind were at hand
/// @param why the reason where not, or what it was judged by where that needs a word; may be empty
public record Assessed(boolean assessed, String why) {
    public static final Assessed YES = new Assessed(true, "");

    public static Assessed no(String why) {
        return new Assessed(false, why);
    }
}
