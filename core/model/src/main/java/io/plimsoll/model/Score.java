package io.plimsoll.model;

/// One CVSS vector, its base score, and who gave it.
///
/// @param source who scored, such as `nvd@nist.gov`, `Red Hat`
/// @param vector the vector as published: `CVSS:3.1/AV:N/…`, or `AV:N/…` for version 2
/// @param value the base score that follows from the vector, 0.0 to 10.0
public record Score(String source, String vector, double value) {
    /// The CVSS version: `4.0`, `3.1`, `3.0`, `2.0`.
    public String version() {
        int slash = vector.indexOf('/');
        return vector.startsWith("CVSS:") && slash > 5 ? vector.substring(5, slash) : "2.0";
    }
}
