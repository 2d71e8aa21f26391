package io.plimsoll.catalog.control;

/// The fields of one paragraph that the reader was asked for.
public final class Paragraph {
    private final FieldNames names;
    private final String[] values;
    private final int line;

    Paragraph(FieldNames names, String[] values, int line) {
        this.names = names;
        this.values = values;
        this.line = line;
    }

    /// The value of a field without blanks at its ends, its folded lines joined by a line feed; empty
    /// where the paragraph lacks it. A name is compared without case.
    ///
    /// @throws IllegalArgumentException if the reader was not asked for the field
    public String field(String name) {
        return values[names.require(name)];
    }

    /// Number of its first line, the first of the file is 1.
    public int line() {
        return line;
    }
}
