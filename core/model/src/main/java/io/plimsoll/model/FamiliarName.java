package io.plimsoll.model;

import java.util.List;

/// Names of images as Docker shows them: without the host of Docker Hub, and without `library/` there.
public final class FamiliarName {
    private static final List<String> HUB =
            List.of("docker.io/", "index.docker.io/", "registry-1.docker.io/");
    private static final String OFFICIAL = "library/";

    private FamiliarName() {}

    /// The familiar form of a name, with or without a tag and a digest; other names stay as they are.
    public static String of(String name) {
        String rest = name;
        for (String hub : HUB) {
            if (name.startsWith(hub)) {
                rest = name.substring(hub.length());
            }
        }
        boolean official = rest.startsWith(OFFICIAL) && rest.indexOf('/', OFFICIAL.length()) < 0;
        return official ? rest.substring(OFFICIAL.length()) : rest;
    }
}
