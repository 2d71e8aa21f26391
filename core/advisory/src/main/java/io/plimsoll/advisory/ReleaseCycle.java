package io.plimsoll.advisory;

import java.time.LocalDate;
import java.util.Optional;

/// One release of a product and how long it is supported.
///
/// Source: endoflife.date, API v0.
///
/// @param cycle `12`, `3.20`
/// @param codename lower case, such as `bookworm`; empty where there is none
/// @param endOfLife the last day of support; empty where none is set
/// @param ended whether the source says that it has ended without naming a day
/// @param extended the last day of extended support, empty where there is none
/// @param latest newest version of the cycle; empty where unknown
public record ReleaseCycle(
        String cycle,
        String codename,
        Optional<LocalDate> endOfLife,
        boolean ended,
        Optional<LocalDate> extended,
        String latest) {}
