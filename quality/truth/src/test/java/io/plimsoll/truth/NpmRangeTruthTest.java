package io.plimsoll.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.version.InvalidVersionException;
import io.plimsoll.version.NpmRange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// npm's ranges against the test suite of the vers specification. What vers says beyond one bound
/// differs from npm where pre-releases are concerned, so only single bounds are compared.
final class NpmRangeTruthTest {
    /// @param range in npm's syntax
    /// @param vers the same range as vers has it, such as `>=1.0.0|<2.0.0`
    private record Case(String range, String vers) {}

    @Test
    void everyRangeOfTheSuiteIsRead() throws InvalidVersionException {
        for (Case one : cases()) {
            assertThat(NpmRange.parse(one.range())).as(one.range()).isNotNull();
        }
    }

    @Test
    void singleBoundsHoldWhatTheSuiteSays() throws InvalidVersionException {
        int compared = 0;
        for (Case one : cases()) {
            if (one.vers().contains("|") || one.vers().equals("*")) {
                continue;
            }
            String version = one.vers().replaceFirst("^[<>=]+", "");
            String operator = one.vers().substring(0, one.vers().length() - version.length());
            boolean strict = operator.equals("<") || operator.equals(">");
            NpmRange range = NpmRange.parse(one.range());
            assertThat(range.contains(version)).as(one.toString()).isEqualTo(!strict);
            assertThat(range.contains("99999.0.0"))
                    .as(one.toString())
                    .isEqualTo(operator.startsWith(">"));
            compared++;
        }
        assertThat(compared).isGreaterThan(300);
    }

    @Test
    void starHoldsEveryRelease() throws InvalidVersionException {
        assertThat(NpmRange.parse("*").contains("1.0.0")).isTrue();
    }

    private static List<Case> cases() {
        Path file =
                SharedFolder.find()
                        .resolve("truth/purl/vers-spec-tests/npm_range_from_native_test.json");
        List<Case> cases = new ArrayList<>();
        try (JsonParser parser =
                new JsonFactory().createParser(ObjectReadContext.empty(), file.toFile())) {
            String range = "";
            while (parser.nextToken() != null) {
                if (parser.currentToken() != JsonToken.VALUE_STRING) {
                    continue;
                }
                if ("native_range".equals(parser.currentName())) {
                    range = parser.getString();
                } else if ("expected_output".equals(parser.currentName())) {
                    cases.add(new Case(range, parser.getString().replaceFirst("^vers:npm/", "")));
                }
            }
        }
        assertThat(cases).hasSizeGreaterThan(300);
        return cases;
    }
}
