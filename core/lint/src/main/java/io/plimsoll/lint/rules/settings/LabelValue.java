package io.plimsoll.lint.rules.settings;

import io.plimsoll.lint.LabelKind;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// A label whose value is not of its kind.
///
/// Source: the OCI image specification, "Annotations", for the keys that it defines.
public final class LabelValue implements Rule {
    @Override
    public String id() {
        return "PL-LABEL-VALUE";
    }

    private static final String OCI = "org.opencontainers.image.";

    private static final Map<String, LabelKind> DEFINED =
            Map.of(
                    OCI + "created", LabelKind.RFC3339,
                    OCI + "url", LabelKind.URL,
                    OCI + "documentation", LabelKind.URL,
                    OCI + "source", LabelKind.URL,
                    OCI + "licenses", LabelKind.SPDX);

    private static final Pattern SEMVER =
            Pattern.compile(
                    "(?:0|[1-9]\\d*)(?:\\.(?:0|[1-9]\\d*)){2}(?:-[0-9A-Za-z.-]+)?(?:\\+[0-9A-Za-z.-]+)?");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{7}");
    private static final Pattern EMAIL =
            Pattern.compile(
                    "[^@\\s<>]+@[^@\\s.<>]+(?:\\.[^@\\s.<>]+)*|[^<>]+<[^@\\s<>]+@[^@\\s<>]+>");

    /// One licence, or several with operators and parentheses between them.
    private static final Pattern SPDX =
            Pattern.compile(
                    "\\(*[A-Za-z0-9.+:-]+\\)*(?: (?:AND|OR|WITH) \\(*[A-Za-z0-9.+:-]+\\)*)*");

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        Labels.all(file)
                .filter(pair -> Labels.isKnown(pair.value().text()))
                .forEach(pair -> {
                    String name = Labels.plain(pair.name().text());
                    String value = Labels.plain(pair.value().text());
                    LabelKind kind =
                            file.settings()
                                    .labels()
                                    .getOrDefault(name, DEFINED.getOrDefault(name, LabelKind.TEXT));
                    if (!value.isEmpty() && !is(kind, value)) {
                        found.accept(
                                Violation.at(
                                        pair.value().span(),
                                        "'"
                                                + value
                                                + "' of '"
                                                + name
                                                + "' is no "
                                                + describe(kind)));
                    }
                });
    }

    private static boolean is(LabelKind kind, String value) {
        return switch (kind) {
            case TEXT -> true;
            case URL -> isUrl(value);
            case SEMVER -> SEMVER.matcher(value).matches();
            case HASH -> HASH.matcher(value).matches();
            case RFC3339 -> isDate(value);
            case SPDX -> SPDX.matcher(value).matches();
            case EMAIL -> EMAIL.matcher(value).matches();
        };
    }

    private static String describe(LabelKind kind) {
        return switch (kind) {
            case TEXT -> "text";
            case URL -> "absolute URL";
            case SEMVER -> "version like 1.2.3";
            case HASH -> "hash of git";
            case RFC3339 -> "date with time like 2026-01-31T12:00:00Z";
            case SPDX -> "licence expression of SPDX";
            case EMAIL -> "address of e-mail";
        };
    }

    private static boolean isUrl(String value) {
        try {
            URI uri = new URI(value);
            return uri.isAbsolute() && (uri.getHost() != null || uri.getPath() != null);
        } catch (URISyntaxException none) {
            return false;
        }
    }

    private static boolean isDate(String value) {
        try {
            return OffsetDateTime.parse(value) != null;
        } catch (DateTimeException none) {
            return false;
        }
    }
}
