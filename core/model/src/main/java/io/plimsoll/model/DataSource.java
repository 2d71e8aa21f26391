package io.plimsoll.model;

import java.time.LocalDate;
import java.util.Optional;

/// A set of advisory data that a report rests on.
///
/// @param segment its name in the store
/// @param source who the facts come from
/// @param license SPDX expression
/// @param modified the newest date among its records
/// @param records how many it holds
public record DataSource(
        String segment, String source, String license, Optional<LocalDate> modified, int records) {}
