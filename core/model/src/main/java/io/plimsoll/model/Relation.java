package io.plimsoll.model;

import java.util.Locale;

/// How a recommended base image differs from the one in use, in the order in which they are shown.
public enum Relation {
    /// The same name, built anew.
    REFRESH("Refresh: the same tag, built anew"),
    /// A newer version with the same first number.
    MINOR("Minor upgrades"),
    /// A newer version with another first number.
    MAJOR("Major upgrades"),
    /// The same software in a smaller variant.
    SLIMMER("Smaller variants"),
    /// The same software on another distribution, or on another release of it.
    SYSTEM("Other distributions and releases"),
    /// Another variant, or an image of the same family.
    OTHER("Other variants");

    private final String title;

    Relation(String title) {
        this.title = title;
    }

    /// The word in reports.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What stands above a list of them.
    public String title() {
        return title;
    }
}
