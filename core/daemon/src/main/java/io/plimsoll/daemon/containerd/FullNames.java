package io.plimsoll.daemon.containerd;

import java.util.ArrayList;
import java.util.List;

/// The full names that a short one may stand for.
///
/// Source: `distribution/reference`, "normalized" names: a first part without a dot, a colon or the
/// word `localhost` is no registry; names of one part are of `library/`; without a tag it is `latest`.
final class FullNames {
    private static final String HUB = "docker.io/";

    private FullNames() {}

    /// The name as it is, then in full.
    static List<String> of(String name) {
        int slash = name.indexOf('/');
        String first = slash < 0 ? "" : name.substring(0, slash);
        boolean registry =
                first.indexOf('.') >= 0 || first.indexOf(':') >= 0 || first.equals("localhost");
        String full = registry ? name : HUB + (slash < 0 ? "library/" : "") + name;
        int colon = full.indexOf(':', full.lastIndexOf('/'));
        String tagged = full.indexOf('@') < 0 && colon < 0 ? full + ":latest" : full;
        List<String> names = new ArrayList<>(List.of(name));
        if (!tagged.equals(name)) {
            names.add(tagged);
        }
        return names;
    }
}
