package io.plimsoll.checks.secrets;

/// A secret that was found in a text.
///
/// @param rule its id
/// @param line from 1
/// @param shown the secret with all but its beginning hidden
public record SecretHit(String rule, long line, String shown) {}
