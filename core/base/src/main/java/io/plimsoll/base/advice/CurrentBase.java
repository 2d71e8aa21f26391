package io.plimsoll.base.advice;

import io.plimsoll.base.catalogue.ImageName;
import io.plimsoll.base.index.IndexedImage;
import java.util.Optional;

/// The base image in use, as candidates are held against it.
///
/// @param name as a Dockerfile takes it
/// @param indexed its entry in the index; empty where it has none
/// @param platform `linux/amd64`; empty where unknown
public record CurrentBase(ImageName name, Optional<IndexedImage> indexed, String platform) {}
