package io.plimsoll.catalog.python;

import io.plimsoll.catalog.CatalogFile;
import io.plimsoll.catalog.ProblemList;
import io.plimsoll.catalog.text.LineReader;
import io.plimsoll.model.Limit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The header of a core metadata file, up to the first empty line. The description behind it is not
/// read.
///
/// Of two fields of one name that may stand once, the first counts, as for `email.message`. Folded
/// lines continue a field; only their fields' first lines matter here, a licence's text is no name.
///
/// Source: <https://packaging.python.org/en/latest/specifications/core-metadata/>; PEP 639 for
/// `License-Expression`.
final class CoreMetadata {
    /// What distutils and setuptools write for a field that has no value.
    private static final String UNKNOWN = "UNKNOWN";

    private static final String LICENSE_CLASSIFIER = "License ::";

    /// The byte order mark, which some editors put before the first field.
    private static final String MARK = "\uFEFF";

    private final ProblemList problems;
    private final List<String> classified = new ArrayList<>();
    private final List<String> requires = new ArrayList<>();
    private String name = "";
    private String version = "";
    private String license = "";
    private String expression = "";
    private int lines = 1;
    private int badLines;
    private boolean anyField;

    private CoreMetadata(ProblemList problems) {
        this.problems = problems;
    }

    static CoreMetadata read(CatalogFile file, ProblemList problems)
            throws IOException, InterruptedException {
        CoreMetadata metadata = new CoreMetadata(problems);
        long left = file.limits().of(Limit.MANIFEST_SIZE);
        try (LineReader reader = new LineReader(file.stream(), file.limits())) {
            while (reader.next() && !metadata.isEnd(reader)) {
                metadata.lines = reader.number();
                String where = "line " + reader.number();
                left -= reader.length() + 1;
                if (left < 0) {
                    problems.limit(Limit.MANIFEST_SIZE, file.limits(), where);
                    break;
                }
                if (reader.isTooLong()) {
                    problems.limit(Limit.LINE_LENGTH, file.limits(), where);
                } else {
                    metadata.line(reader);
                }
            }
        }
        return metadata;
    }

    /// Whether there is no field at all.
    boolean isEmpty() {
        return !anyField;
    }

    /// Number of the last line that was read.
    int lines() {
        return lines;
    }

    String name() {
        return name;
    }

    String version() {
        return version;
    }

    /// The licence expression; where there is none, the licence's name and those of the classifiers.
    List<String> licenses() {
        if (!expression.isEmpty()) {
            return List.of(expression);
        }
        List<String> all = new ArrayList<>();
        if (!license.isEmpty()) {
            all.add(license);
        }
        all.addAll(classified);
        return all.stream().distinct().toList();
    }

    List<String> requires() {
        return requires;
    }

    /// An empty line ends the header; before the first field it is passed over. A line of blanks is
    /// a folded one.
    private boolean isEnd(LineReader reader) {
        return anyField && reader.length() == 0 && !reader.isTooLong();
    }

    private void line(LineReader reader) {
        if (reader.length() == 0 || reader.at(0) == ' ' || reader.at(0) == '\t') {
            return;
        }
        int colon = colon(reader);
        if (colon < 0) {
            badLine(reader);
            return;
        }
        anyField = true;
        String field = reader.text(0, colon);
        if (field.startsWith(MARK)) {
            field = field.substring(1);
        }
        field(field.toLowerCase(Locale.ROOT), reader.trimmed(colon + 1, reader.length()));
    }

    private void field(String field, String value) {
        if (value.isEmpty() || value.equals(UNKNOWN)) {
            return;
        }
        switch (field) {
            case "name" -> name = name.isEmpty() ? value : name;
            case "version" -> version = version.isEmpty() ? value : version;
            case "license" -> license = license.isEmpty() ? value : license;
            case "license-expression" -> expression = expression.isEmpty() ? value : expression;
            case "requires-dist" -> requires.add(value);
            case "classifier" -> classifier(value);
            default -> {}
        }
    }

    /// `License :: OSI Approved :: MIT License` names the licence last.
    private void classifier(String value) {
        if (value.startsWith(LICENSE_CLASSIFIER)) {
            String last = value.substring(value.lastIndexOf("::") + 2).strip();
            if (!last.equals("OSI Approved")) {
                classified.add(last);
            }
        }
    }

    /// Says so once: text that should have been folded makes many of them.
    private void badLine(LineReader reader) {
        if (badLines == 0) {
            String text = reader.text(0, Math.min(reader.length(), 200));
            problems.malformed(
                    "line " + reader.number() + ": not a field: " + ProblemList.quote(text));
        }
        badLines++;
    }

    /// Index of the colon behind a field's name, or -1 where the line is no field.
    ///
    /// Source: RFC 822, section 3.2: a name is of characters without controls, space and colon.
    private static int colon(LineReader reader) {
        int length = reader.length();
        for (int i = 0; i < length; i++) {
            byte b = reader.at(i);
            if (b == ':') {
                return i == 0 ? -1 : i;
            }
            if ((b >= 0 && b <= ' ') || b == 0x7f) {
                return -1;
            }
        }
        return -1;
    }
}
