package io.plimsoll.base.advice;

import io.plimsoll.base.catalogue.ImageName;
import io.plimsoll.base.catalogue.SystemRelease;
import io.plimsoll.base.index.IndexedImage;
import io.plimsoll.model.Assessment.Support;
import io.plimsoll.model.Badge;
import java.io.IOException;
import java.util.List;

/// What advice rests on, by whoever has the advisory data.
public interface Knowledge {
    /// How long a release of a distribution is supported.
    Support support(SystemRelease system);

    /// What may be said of who made an image.
    List<Badge> badges(ImageName name);

    /// The vulnerabilities of an indexed image by the advisory data at hand.
    ///
    /// @throws IOException if its packages cannot be read
    Judged judge(IndexedImage image) throws IOException;
}
