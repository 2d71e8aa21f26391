package io.plimsoll.model;

/// One CVSS vector and who gave it.
///
/// @param source who scored, such as `nvd@nist.gov`, `GHSA`, `Red Hat`
/// @param vector the vector as published: `CVSS:3.1/AV:N/…`, or `AV:N/…` for version 2
public record Score(String source, String vector) {}
