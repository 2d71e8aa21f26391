package io.plimsoll.model;

/// A place in a Dockerfile.
///
/// @param file the path as the user gave it
/// @param line from 1
/// @param text the instruction, in one line
public record SourceLine(String file, int line, String text) {}
