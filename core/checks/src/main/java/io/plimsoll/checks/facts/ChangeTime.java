package io.plimsoll.checks.facts;

/// A time at which files of a layer were last changed, as their entries say.
///
/// @param second since 1970
/// @param files how many have it
/// @param path one of them
public record ChangeTime(long second, long files, String path) {}
