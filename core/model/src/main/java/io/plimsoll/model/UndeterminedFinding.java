package io.plimsoll.model;

/// A vulnerability of which it cannot be said whether a package has it.
///
/// @param id the CVE where there is one, else the advisory's id
/// @param packageId the package's id in the report
/// @param because what is missing to judge
public record UndeterminedFinding(String id, String packageId, String because) {}
