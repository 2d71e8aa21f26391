package io.plimsoll.catalog.npm;

import io.plimsoll.model.ImagePath;

/// What the place of a `package.json` says about it.
///
/// Source: <https://docs.npmjs.com/cli/v11/configuring-npm/folders>, "Node Modules" and "Scopes".
enum NpmPlace {
    /// Directly in the folder of a package that a package manager has installed.
    INSTALLED,
    /// Not below any `node_modules`: an application, or a package put there by other means.
    OUTSIDE,
    /// Somewhere else below `node_modules`: a fixture, a nested module type, a cache.
    INSIDE_A_PACKAGE;

    private static final String MODULES = "/node_modules/";

    static NpmPlace of(String path) {
        int modules = path.lastIndexOf(MODULES);
        if (modules < 0) {
            return OUTSIDE;
        }
        int start = modules + MODULES.length();
        int end = path.lastIndexOf('/');
        if (end <= start || path.charAt(start) == '.') {
            return INSIDE_A_PACKAGE;
        }
        int slash = path.indexOf('/', start);
        boolean scoped = path.charAt(start) == '@';
        if (!scoped) {
            return slash == end ? INSTALLED : INSIDE_A_PACKAGE;
        }
        return slash < end && path.indexOf('/', slash + 1) == end ? INSTALLED : INSIDE_A_PACKAGE;
    }

    /// The name that the folder of an installed package gives it.
    static String folderName(String path) {
        String folder = ImagePath.parent(path);
        int modules = folder.lastIndexOf(MODULES);
        return modules < 0 ? ImagePath.name(folder) : folder.substring(modules + MODULES.length());
    }
}
