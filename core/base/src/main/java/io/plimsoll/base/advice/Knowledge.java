package io.plimsoll.base.advice;

import io.plimsoll.base.catalogue.ImageName;
import io.plimsoll.base.catalogue.SystemRelease;
import io.plimsoll.base.index.IndexedImage;
import io.plimsoll.model.Assessment.Support;
import io.plimsoll.model.Badge;
import io.plimsoll.model.BaseFacts.Software;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// What advice rests on, by whoever has the advisory data.
public interface Knowledge {
    /// How long a release of a distribution is supported.
    Support support(SystemRelease system);

    /// The software that an image is of, and how long its release is supported; empty where nobody says.
    ///
    /// @param numbers of its version, the first one first
    Optional<Software> software(ImageName name, List<Long> numbers);

    /// What may be said of who made an image.
    ///
    /// @param indexed its entry in the index; empty where it is known by name alone
    List<Badge> badges(ImageName name, Optional<IndexedImage> indexed);

    /// The vulnerabilities of an indexed image by the advisory data at hand.
    ///
    /// @throws IOException if its packages cannot be read
    Judged judge(IndexedImage image) throws IOException;
}
