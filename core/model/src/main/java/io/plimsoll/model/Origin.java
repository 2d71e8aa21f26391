package io.plimsoll.model;

import java.util.Locale;

/// Who brought something into an image.
public enum Origin {
    /// The base image.
    BASE,
    /// The layers on top of the base image.
    OWN,
    /// The base image is not known.
    UNKNOWN;

    /// The word in reports: lower case.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
