package io.plimsoll.lint.rules.packages;

import io.plimsoll.lint.Run;

/// What a RUN removes again.
final class Cleaning {
    private Cleaning() {}

    /// Whether a `rm` or `find` of the RUN names one of the folders or what is in it. True where the
    /// script could not be read to its end: it may.
    static boolean removes(Run run, String... folders) {
        if (!run.script().isComplete()) {
            return true;
        }
        return run.calls().stream()
                .filter(call -> call.program().equals("rm") || call.program().equals("find"))
                .flatMap(call -> call.arguments().stream())
                .anyMatch(each -> isIn(each.text(), folders));
    }

    private static boolean isIn(String path, String... folders) {
        int pattern = 0;
        while (pattern < path.length() && "*?{[".indexOf(path.charAt(pattern)) < 0) {
            pattern++;
        }
        String fixed = path.substring(0, pattern);
        String above = pattern < path.length() || fixed.endsWith("/") ? fixed : fixed + "/";
        for (String folder : folders) {
            if (fixed.startsWith(folder) || (above.length() > 1 && folder.startsWith(above))) {
                return true;
            }
        }
        return false;
    }
}
