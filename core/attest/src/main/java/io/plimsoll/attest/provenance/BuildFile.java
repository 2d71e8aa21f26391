package io.plimsoll.attest.provenance;

/// The Dockerfile of a build, as it was when the image was built.
public final class BuildFile {
    private final String name;
    private final byte[] content;

    BuildFile(String name, byte[] content) {
        this.name = name;
        this.content = content;
    }

    /// The path within the build's context, such as `Dockerfile`.
    public String name() {
        return name;
    }

    public byte[] content() {
        return content.clone();
    }
}
