package io.plimsoll.base;

/// A step of an image's history.
///
/// @param createdBy the instruction as the builder wrote it
/// @param emptyLayer whether it made no layer
public record HistoryEntry(String createdBy, boolean emptyLayer) {}
