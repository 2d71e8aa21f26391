package io.plimsoll.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.json.Json;
import io.plimsoll.json.JsonFormatException;
import io.plimsoll.json.JsonObject;
import io.plimsoll.model.Purl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The purl specification's own tests that hold for every type. {@link Purl} knows no rules of single
/// types, such as which fold the case of names: tests that need them are counted, not judged.
final class PurlTruthTest {
    /// In the type `git` the name holds slashes: all behind the host is one name. We read no packages
    /// of that type.
    private static final String JUDGED = "git-test.json pkg:git/codeberg.org/forgejo/forgejo@";

    private int held;
    private int ruled;
    private final Set<String> differences = new TreeSet<>();

    @Test
    void textsReadAsTheSpecificationSays() throws IOException, JsonFormatException {
        Path folder = SharedFolder.find().resolve("truth/purl/purl-spec-tests");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".json")).toList()) {
                JsonObject root = Json.parse(Files.readAllBytes(file)).asObject();
                root.objects("tests").forEach(test -> check(file, test));
            }
        }
        assertThat(differences).hasSize(2).allMatch(each -> each.startsWith(JUDGED));
        assertThat(held).isGreaterThan(150);
        assertThat(ruled).isLessThan(held / 2);
    }

    private void check(Path file, JsonObject test) {
        boolean reads = List.of("parse", "validate", "roundtrip").contains(test.text("test_type"));
        if (!reads || test.isTrue("expected_failure")) {
            return;
        }
        String canonical = test.text("expected_output");
        String input = test.text("input");
        String actual = read(input);
        String expected =
                canonical.isEmpty() ? canonical(test.object("expected_output")) : canonical;
        if (actual.equals(expected)) {
            held++;
        } else if (folded(actual).equals(folded(expected))) {
            ruled++;
        } else {
            differences.add(file.getFileName() + " " + input + " " + expected + " " + actual);
        }
    }

    private static String canonical(JsonObject parts) {
        java.util.SortedMap<String, String> qualifiers = new java.util.TreeMap<>();
        JsonObject given = parts.object("qualifiers");
        given.members().keySet().forEach(name -> qualifiers.put(name, given.text(name)));
        return new Purl(
                        parts.text("type"),
                        parts.text("namespace"),
                        parts.text("name"),
                        parts.text("version"),
                        qualifiers,
                        parts.text("subpath"))
                .toString();
    }

    private static String read(String input) {
        try {
            return Purl.parse(input).toString();
        } catch (IllegalArgumentException refused) {
            return "refused";
        }
    }

    /// Without what rules of single types change: case, and which of `-`, `_` and `.` is written.
    private static String folded(String purl) {
        return purl.toLowerCase(java.util.Locale.ROOT).replaceAll("[-_.]", "-");
    }
}
