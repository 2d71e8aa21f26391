package io.plimsoll.lint.rules.stages;

import io.plimsoll.dockerfile.Expansion;
import io.plimsoll.dockerfile.Stage;
import io.plimsoll.lint.LintedFile;
import java.util.Optional;

/// The parts of an image reference.
///
/// Source: the reference grammar of github.com/distribution/reference.
record ImageName(String name, String tag, String digest) {
    static ImageName of(String reference) {
        int at = reference.indexOf('@');
        String digest = at < 0 ? "" : reference.substring(at + 1);
        String rest = at < 0 ? reference : reference.substring(0, at);
        int colon = rest.indexOf(':', rest.lastIndexOf('/') + 1);
        return colon < 0
                ? new ImageName(rest, "", digest)
                : new ImageName(rest.substring(0, colon), rest.substring(colon + 1), digest);
    }

    /// The image that a stage is built on; empty for other stages, for `scratch`, and where it hangs
    /// on what is not known.
    static Optional<ImageName> of(LintedFile file, Stage stage) {
        Expansion base = file.baseOf(stage);
        boolean known =
                base.isCertain()
                        && !base.text().isEmpty()
                        && !base.text().equals("scratch")
                        && file.parentOf(stage).isEmpty();
        return known ? Optional.of(of(base.text())) : Optional.empty();
    }
}
