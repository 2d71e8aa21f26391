package io.plimsoll.catalog;

import io.plimsoll.model.Limits;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A file of an image, held in memory, with the files beside it.
public final class TestFile implements CatalogFile {
    private final String path;
    private final byte[] content;
    private final Map<String, byte[]> companions;
    private final Limits limits;

    private TestFile(String path, byte[] content, Map<String, byte[]> companions, Limits limits) {
        this.path = path;
        this.content = content;
        this.companions = Map.copyOf(companions);
        this.limits = limits;
    }

    public static TestFile of(String path, byte[] content) {
        return new TestFile(path, content, Map.of(), Limits.standard());
    }

    /// The same path, companions and limits with other bytes.
    public TestFile withContent(byte[] other) {
        return new TestFile(path, other, companions, limits);
    }

    /// The same file with one more beside it.
    public TestFile withCompanion(String suffix, byte[] other) {
        Map<String, byte[]> all = new HashMap<>(companions);
        all.put(suffix, other);
        return new TestFile(path, content, all, limits);
    }

    public TestFile withLimits(Limits other) {
        return new TestFile(path, content, companions, other);
    }

    /// A copy of the content.
    public byte[] content() {
        return content.clone();
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public long size() {
        return content.length;
    }

    @Override
    public InputStream stream() {
        return new ByteArrayInputStream(content);
    }

    @Override
    public MemorySegment bytes() {
        return MemorySegment.ofArray(content).asReadOnly();
    }

    @Override
    public Optional<CatalogFile> companion(String suffix) {
        byte[] bytes = companions.get(suffix);
        return bytes == null
                ? Optional.empty()
                : Optional.of(new TestFile(path + suffix, bytes, Map.of(), limits));
    }

    @Override
    public Limits limits() {
        return limits;
    }
}
