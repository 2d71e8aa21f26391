package io.plimsoll.checks.facts;

/// A secret in a file of a layer.
///
/// @param rule the id of the rule that found it
/// @param line from 1
/// @param shown the secret with all but its beginning hidden
public record FoundSecret(String path, String rule, long line, String shown) {}
