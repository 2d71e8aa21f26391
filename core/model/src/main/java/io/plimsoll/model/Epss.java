package io.plimsoll.model;

/// The probability that a vulnerability is exploited within thirty days.
///
/// Source: FIRST EPSS.
///
/// @param score 0 to 1, in steps of 0.00001
/// @param percentile share of vulnerabilities with the same or a lower score, 0 to 1
public record Epss(double score, double percentile) {}
