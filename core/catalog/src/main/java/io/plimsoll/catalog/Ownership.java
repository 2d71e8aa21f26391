package io.plimsoll.catalog;

import io.plimsoll.model.PackageType;
import io.plimsoll.model.PathSet;

/// The files that belong to one installed package.
///
/// @param type the package's kind
/// @param owner the package's name, with `:architecture` where its package manager adds it
/// @param paths absolute paths of its files, as the package manager lists them
public record Ownership(PackageType type, String owner, PathSet paths) {}
