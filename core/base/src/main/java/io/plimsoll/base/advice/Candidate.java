package io.plimsoll.base.advice;

import io.plimsoll.base.catalogue.ImageName;
import io.plimsoll.base.catalogue.SystemRelease;
import io.plimsoll.base.index.IndexedImage;
import io.plimsoll.model.Relation;
import java.util.List;
import java.util.Optional;

/// An image that could be used instead, before anybody has looked into it.
///
/// @param name by which a Dockerfile takes it
/// @param relation how it differs from the one in use
/// @param numbers of its version
/// @param system the distribution that it is made on; empty where unknown
/// @param indexed its entry in the index; empty where it is known by name alone
public record Candidate(
        ImageName name,
        Relation relation,
        List<Long> numbers,
        Optional<SystemRelease> system,
        Optional<IndexedImage> indexed) {
    public Candidate {
        numbers = List.copyOf(numbers);
    }
}
