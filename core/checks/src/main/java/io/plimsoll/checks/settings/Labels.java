package io.plimsoll.checks.settings;

import io.plimsoll.checks.Check;
import io.plimsoll.checks.CheckedImage;
import io.plimsoll.checks.Evidence;
import io.plimsoll.checks.Outcome;
import io.plimsoll.image.ImageConfig;
import io.plimsoll.model.CheckFinding;
import io.plimsoll.model.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Labels by which others learn what an image is.
public final class Labels implements Check {
    /// Source: OCI image specification, `annotations.md`.
    private static final String PREFIX = "org.opencontainers.image.";

    private static final List<String> WANTED =
            List.of("title", "source", "revision", "version", "licenses", "created");

    @Override
    public String id() {
        return "PL-IMG-LABELS";
    }

    @Override
    public Evidence evidence() {
        return Evidence.CONFIG;
    }

    @Override
    public Outcome check(CheckedImage image, Severity usual) {
        ImageConfig config = image.config().orElse(ImageConfig.EMPTY);
        List<String> missing =
                WANTED.stream()
                        .filter(name ->
                                isBlank(config.labels().get(PREFIX + name))
                                        && isBlank(image.annotations().get(PREFIX + name)))
                        .toList();
        return missing.isEmpty()
                ? Outcome.passed("all of " + String.join(", ", WANTED) + " are there")
                : Outcome.of(
                        List.of(
                                CheckFinding.of(
                                        usual,
                                        "neither labels nor annotations "
                                                + PREFIX
                                                + "* say: "
                                                + String.join(", ", missing))));
    }

    private static boolean isBlank(@Nullable String value) {
        return value == null || value.isBlank();
    }
}
