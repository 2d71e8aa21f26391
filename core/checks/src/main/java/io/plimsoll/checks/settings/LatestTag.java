package io.plimsoll.checks.settings;

import io.plimsoll.checks.Check;
import io.plimsoll.checks.CheckedImage;
import io.plimsoll.checks.Evidence;
import io.plimsoll.checks.Outcome;
import io.plimsoll.model.CheckFinding;
import io.plimsoll.model.Severity;
import java.util.List;

/// A tag that is another image tomorrow.
public final class LatestTag implements Check {
    @Override
    public String id() {
        return "PL-IMG-TAG-LATEST";
    }

    @Override
    public Evidence evidence() {
        return Evidence.CONFIG;
    }

    @Override
    public Outcome check(CheckedImage image, Severity usual) {
        if (image.tags().isEmpty()) {
            return Outcome.notAssessed("the image has no tag");
        }
        List<CheckFinding> findings =
                image.tags().stream()
                        .filter(LatestTag::isLatest)
                        .map(tag -> CheckFinding.of(usual, "the tag " + tag + " moves"))
                        .toList();
        return Outcome.of(findings.size() == image.tags().size() ? findings : List.of());
    }

    /// A name without a tag is `latest`; a colon before a slash is a port's.
    private static boolean isLatest(String tag) {
        String name = tag.substring(tag.lastIndexOf('/') + 1);
        return !name.contains("@") && (!name.contains(":") || name.endsWith(":latest"));
    }
}
