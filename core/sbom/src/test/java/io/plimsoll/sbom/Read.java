package io.plimsoll.sbom;

import io.plimsoll.model.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Documents read from text.
final class Read {
    private Read() {}

    static Sbom of(String text) throws IOException {
        return of(text, Limits.standard());
    }

    static Sbom of(String text, Limits limits) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Sboms.read(new ByteArrayInputStream(bytes), "test", limits);
    }

    static List<String> purls(Sbom sbom) {
        return sbom.components().stream().map(Component::purl).toList();
    }
}
