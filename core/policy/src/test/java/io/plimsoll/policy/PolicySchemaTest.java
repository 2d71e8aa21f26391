package io.plimsoll.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.plimsoll.policy.subject.PolicyFormatException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Schema and reader take the same files and refuse the same.
final class PolicySchemaTest {
    private static final Path DOCS = Path.of("..", "..", "docs");

    @TempDir Path folder;

    @Test
    void thePolicyOfTheGuideIsTaken() throws IOException {
        String guide =
                java.nio.file.Files.readString(
                        DOCS.resolve("guide/policy.md"), StandardCharsets.UTF_8);
        int start = guide.indexOf("```yaml\n") + "```yaml\n".length();
        String policy = guide.substring(start, guide.indexOf("```", start));
        assertThat(policy).contains("ignore:", "fail-on:", "severity-order:");
        assertThat(schema().validate(policy, InputFormat.YAML)).isEmpty();
        assertThat(new Files(folder).with("plimsoll.yaml", policy).problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ignored: []",
                "ignore: [{reason: x}]",
                "ignore: [{id: C, expire: '2026-01-01'}]",
                "ignore: [{id: C, expires: soon}]",
                "ignore: [{id: C, origin: mine}]",
                "ignore: [{severity: bad}]",
                "ignore: [{layer: xy}]",
                "ignore: [{fix: perhaps}]",
                "ignore: [{id: C, justification: because}]",
                "ignore: {id: C}",
            })
    void whatOneRefusesTheOtherRefuses(String policy) throws IOException {
        assertThat(schema().validate(policy, InputFormat.YAML)).isNotEmpty();
        assertThatThrownBy(() -> new Files(folder).with("plimsoll.yaml", policy))
                .isInstanceOf(PolicyFormatException.class);
    }

    private static Schema schema() throws IOException {
        String text =
                java.nio.file.Files.readString(
                        DOCS.resolve("policy-schema.json"), StandardCharsets.UTF_8);
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        registry -> registry.schemas(Map.of("urn:it", text)))
                .getSchema(SchemaLocation.of("urn:it"));
    }
}
