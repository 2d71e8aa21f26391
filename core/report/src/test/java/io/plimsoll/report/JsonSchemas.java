package io.plimsoll.report;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Official schemas out of the packages that carry them.
final class JsonSchemas {
    private final Schema schema;

    private JsonSchemas(Schema schema) {
        this.schema = schema;
    }

    /// @param resource the schema on the class path
    /// @param others schemas that it refers to: address, resource
    static JsonSchemas of(
            SpecificationVersion dialect, String resource, Map<String, String> others) {
        Map<String, String> schemas = new HashMap<>();
        others.forEach((address, file) -> schemas.put(address, text(file)));
        schemas.put("urn:it", text(resource));
        return new JsonSchemas(
                SchemaRegistry.withDefaultDialect(dialect, registry -> registry.schemas(schemas))
                        .getSchema(SchemaLocation.of("urn:it")));
    }

    List<Error> errors(String document) {
        return schema.validate(
                document,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    static String text(String resource) {
        try (InputStream in = JsonSchemas.class.getResourceAsStream(resource)) {
            return new String(
                    Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
