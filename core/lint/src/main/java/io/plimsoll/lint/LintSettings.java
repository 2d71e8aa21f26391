package io.plimsoll.lint;

import io.plimsoll.lint.base.BaseVerdicts;
import io.plimsoll.lint.context.BuildContext;
import io.plimsoll.lint.image.BuiltImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a rule is told besides the file.
///
/// @param trustedRegistries registries that images may come from, `*` for any part of a name; empty
///     where each may
/// @param labels labels that an image has to have, with the kind of their values
/// @param strictLabels whether it may have no others
/// @param context the folder of the build; empty where it is not known
/// @param image what was built of the file; empty where no image is at hand
/// @param bases what is known of base images
public record LintSettings(
        List<String> trustedRegistries,
        Map<String, LabelKind> labels,
        boolean strictLabels,
        Optional<BuildContext> context,
        Optional<BuiltImage> image,
        BaseVerdicts bases) {
    /// Nothing is known and nothing is asked for.
    public static final LintSettings NONE =
            new LintSettings(
                    List.of(),
                    Map.of(),
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    BaseVerdicts.NONE);

    public LintSettings {
        trustedRegistries = List.copyOf(trustedRegistries);
        labels = new TreeMap<>(labels);
    }

    /// The same settings for another folder.
    public LintSettings in(Optional<BuildContext> other) {
        return new LintSettings(trustedRegistries, labels, strictLabels, other, image, bases);
    }

    /// The same settings with an image.
    public LintSettings with(BuiltImage built) {
        return new LintSettings(
                trustedRegistries, labels, strictLabels, context, Optional.of(built), bases);
    }

    /// The same settings with what is known of base images.
    public LintSettings with(BaseVerdicts known) {
        return new LintSettings(trustedRegistries, labels, strictLabels, context, image, known);
    }
}
