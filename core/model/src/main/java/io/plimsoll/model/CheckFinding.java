package io.plimsoll.model;

import java.util.Optional;

/// One thing that a check of a built image found.
///
/// @param severity how bad it is
/// @param message one sentence that names what is there
/// @param rule the rule of the secret search that found it; empty for everything else
/// @param path of the file; empty where it concerns none
/// @param line of the file, from 1; 0 where it concerns none
/// @param layer the layer that holds it; empty where it concerns none, or the target has no layers
/// @param bytes how much space it takes; 0 where that is not the point
public record CheckFinding(
        Severity severity,
        String message,
        String rule,
        String path,
        long line,
        Optional<Digest> layer,
        long bytes) {
    public CheckFinding {
        Check.notEmpty(message, "message");
    }

    /// A finding about the image as a whole.
    public static CheckFinding of(Severity severity, String message) {
        return new CheckFinding(severity, message, "", "", 0, Optional.empty(), 0);
    }

    /// The same finding at a file of a layer.
    public CheckFinding at(String file, Optional<Digest> in) {
        return new CheckFinding(severity, message, rule, file, line, in, bytes);
    }

    /// The same finding by a rule, at a line.
    public CheckFinding by(String name, long number) {
        return new CheckFinding(severity, message, name, path, number, layer, bytes);
    }

    /// The same finding with the space that it takes.
    public CheckFinding taking(long size) {
        return new CheckFinding(severity, message, rule, path, line, layer, size);
    }
}
