package io.plimsoll.engine;

import io.plimsoll.image.ImageNotFoundException;
import io.plimsoll.model.Printable;
import java.util.List;

/// No kind of target has an image of this name. The message has a line for each attempt, whose texts
/// are safe to print.
public final class NameNotFoundException extends ImageNotFoundException {
    private static final long serialVersionUID = 1L;

    NameNotFoundException(String name, List<String> attempts) {
        super(
                "'"
                        + Printable.of(name)
                        + "' was not found:\n  "
                        + String.join("\n  ", attempts.stream().map(Printable::of).toList()));
    }
}
