package io.plimsoll.checks.stack;

/// What the layers above make of a file.
///
/// @param by the index of the layer that did it, oldest first; -1 for a file that is there in the end
public record Fate(Kind kind, int by) {
    static final Fate VISIBLE = new Fate(Kind.VISIBLE, -1);

    /// The ways of a file.
    public enum Kind {
        VISIBLE,
        REPLACED,
        DELETED
    }

    public boolean visible() {
        return kind == Kind.VISIBLE;
    }

    /// For messages: nothing for a file that is there, else who hid it, and that this does not help.
    public String words() {
        return switch (kind) {
            case VISIBLE -> "";
            case REPLACED -> ", replaced in layer " + (by + 1) + ", still in the image";
            case DELETED -> ", deleted in layer " + (by + 1) + ", still in the image";
        };
    }
}
