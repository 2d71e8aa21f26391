package io.plimsoll.engine;

import io.plimsoll.image.Image;
import io.plimsoll.image.ImageFormatException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Finds the image that a name without a kind means: the first kind that has one.
final class BareName {
    private final ScanOptions options;
    private final Progress progress;

    BareName(ScanOptions options, Progress progress) {
        this.options = options;
        this.progress = progress;
    }

    /// Tries one kind after the other and says which had it.
    ///
    /// @throws NameNotFoundException if none has; the message says of each why not
    /// @throws ImageFormatException if one has it, but damaged
    TargetImage find(String name) throws IOException, InterruptedException {
        List<String> attempts = new ArrayList<>();
        attempts.add("there is no such file");
        for (ImageKind kind : ImageKind.ALL) {
            if (!kind.takesNames()) {
                continue;
            }
            try {
                Image image = kind.open(name, options, progress);
                progress.notice(name + " is taken as " + kind.name() + ":" + name);
                return new TargetImage(kind.name(), image);
            } catch (ImageFormatException damaged) {
                throw damaged;
            } catch (IOException | IllegalArgumentException notThere) {
                attempts.add(kind.name() + ": " + notThere.getMessage());
            }
        }
        throw new NameNotFoundException(name, attempts);
    }
}
