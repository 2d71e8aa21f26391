package io.plimsoll.catalog.control;

import io.plimsoll.catalog.ProblemList;
import io.plimsoll.catalog.text.LineReader;
import io.plimsoll.model.Limit;
import io.plimsoll.model.Limits;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Streams the paragraphs of a control file, such as `/var/lib/dpkg/status`. Holds one paragraph at a
/// time and of it only the wanted fields. Not safe for threads.
///
/// A line that is no field is a problem and is passed over, as is the second of two fields of one
/// name; the other fields and paragraphs are kept. Lines that begin with `#` are comments. A line of
/// blanks ends a paragraph.
///
/// Source: Debian Policy 4.7, section 5.1, "Syntax of control files".
///
/// ```java
/// Set<String> wanted = Set.of("Package", "Version");
/// try (ControlReader reader = new ControlReader(file.stream(), limits, wanted, problems)) {
///     for (var next = reader.next(); next.isPresent(); next = reader.next()) {
///         use(next.get().field("package"));
///     }
/// }
/// ```
public final class ControlReader implements Closeable {
    private static final int NO_FIELD = -1;

    private final LineReader lines;
    private final Limits limits;
    private final FieldNames names;
    private final ProblemList problems;
    private final StringBuilder value = new StringBuilder();

    /// @param in closed with the reader
    /// @param wanted names of the fields to keep, in any case
    /// @param problems receives what could not be read
    public ControlReader(InputStream in, Limits limits, Set<String> wanted, ProblemList problems) {
        this.lines = new LineReader(in, limits);
        this.limits = limits;
        this.names = new FieldNames(wanted);
        this.problems = problems;
    }

    /// The next paragraph with at least one field, wanted or not; empty at the end.
    ///
    /// @throws IOException if the bytes did not come
    /// @throws InterruptedException if the thread was interrupted
    public Optional<Paragraph> next() throws IOException, InterruptedException {
        @Nullable String[] values = new @Nullable String[names.size()];
        int firstLine = 0;
        int current = NO_FIELD;
        while (lines.next()) {
            if (lines.isTooLong()) {
                tooLong();
                store(values, current);
                current = NO_FIELD;
            } else if (lines.isBlank()) {
                if (firstLine > 0) {
                    break;
                }
            } else if (isFolded()) {
                fold(current);
            } else if (lines.at(0) != '#') {
                store(values, current);
                int colon = colon();
                current = colon < 0 ? NO_FIELD : begin(values, colon);
                if (colon > 0 && firstLine == 0) {
                    firstLine = lines.number();
                }
            }
        }
        store(values, current);
        return firstLine == 0 ? Optional.empty() : Optional.of(paragraph(values, firstLine));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private Paragraph paragraph(@Nullable String[] values, int firstLine) {
        String[] present = new String[values.length];
        for (int i = 0; i < values.length; i++) {
            present[i] = Objects.requireNonNullElse(values[i], "");
        }
        return new Paragraph(names, present, firstLine);
    }

    private boolean isFolded() {
        return lines.at(0) == ' ' || lines.at(0) == '\t';
    }

    /// Starts to collect the value of a wanted field.
    private int begin(@Nullable String[] values, int colon) {
        int index = names.find(lines, colon);
        if (index == NO_FIELD) {
            return NO_FIELD;
        }
        if (values[index] != null) {
            String name = lines.text(0, colon);
            problems.malformed("line " + lines.number() + ": second field \"" + name + "\"");
            return NO_FIELD;
        }
        value.setLength(0);
        value.append(lines.trimmed(colon + 1, lines.length()));
        return index;
    }

    private void fold(int current) {
        if (current == NO_FIELD) {
            return;
        }
        if (value.length() + (long) lines.length() > limits.of(Limit.LINE_LENGTH)) {
            tooLong();
            return;
        }
        value.append('\n').append(lines.trimmed(1, lines.length()));
    }

    private void store(@Nullable String[] values, int current) {
        if (current != NO_FIELD) {
            values[current] = value.toString();
        }
    }

    /// Index of the colon behind a field's name, or -1 where the line is no field.
    ///
    /// Source: Debian Policy 5.1: a name is of US-ASCII characters without control characters, space
    /// and colon, and does not begin with `-`.
    private int colon() {
        int length = lines.length();
        for (int i = 0; i < length; i++) {
            byte b = lines.at(i);
            if (b == ':' && i > 0) {
                return i;
            }
            if (b <= ' ' || b == 0x7f || b == ':' || (i == 0 && b == '-')) {
                break;
            }
        }
        String text = ProblemList.quote(lines.text(0, Math.min(length, 200)));
        problems.malformed("line " + lines.number() + ": not a field: " + text);
        return -1;
    }

    private void tooLong() {
        problems.limit(Limit.LINE_LENGTH, limits, "line " + lines.number());
    }
}
