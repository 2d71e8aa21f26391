package io.plimsoll.checks;

/// What a check needs to know. Where it is not there, the check is not made, and that is said.
public enum Evidence {
    /// The configuration of an image.
    CONFIG("a root file system does not say how it is started"),
    /// The steps by which an image was built.
    HISTORY("there is no history of how it was built"),
    /// Files.
    FILES(""),
    /// Layers, each by itself.
    LAYERS("there are no layers");

    private final String lacking;

    Evidence(String lacking) {
        this.lacking = lacking;
    }

    /// What is said where it is not there.
    String lacking() {
        return lacking;
    }
}
