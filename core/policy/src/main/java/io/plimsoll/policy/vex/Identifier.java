package io.plimsoll.policy.vex;

import io.plimsoll.policy.subject.ImagePattern;
import io.plimsoll.policy.subject.PurlPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An identifier of a product or component, as far as it can be held against something.
///
/// @param text as it was written
/// @param image the image that it names
/// @param packages the packages that it names
record Identifier(String text, Optional<ImagePattern> image, Optional<PurlPattern> packages) {
    /// Reads one. What is neither a purl nor an image's name, such as a CPE or a URL, names nothing.
    static Identifier parse(String text) {
        Optional<ImagePattern> image =
                text.startsWith("cpe:") ? Optional.empty() : ImagePattern.parse(text);
        return new Identifier(text, image, image.isPresent() ? Optional.empty() : purl(text));
    }

    private static Optional<PurlPattern> purl(String text) {
        if (!text.regionMatches(true, 0, "pkg:", 0, 4)) {
            return Optional.empty();
        }
        try {
            return Optional.of(PurlPattern.parse(text));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /// Those of some texts that count: where one names an image by its digest, one that names it by
    /// a tag, which moves, does not.
    static List<Identifier> all(List<String> texts) {
        List<Identifier> all = new ArrayList<>();
        for (String text : texts) {
            if (!text.isEmpty()) {
                all.add(parse(text));
            }
        }
        boolean byDigest = all.stream().anyMatch(Identifier::hasDigest);
        all.removeIf(each -> byDigest && each.image().isPresent() && !each.hasDigest());
        return all;
    }

    private boolean hasDigest() {
        return image.isPresent() && !image.get().digest().isEmpty();
    }
}
