package io.plimsoll.cli;

import io.plimsoll.engine.Progress;
import io.plimsoll.model.CheckResult;
import io.plimsoll.model.ImageChecks;
import io.plimsoll.model.Printable;
import io.plimsoll.model.ScanReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// Whether a built image is held against checks, and which of them the user does not want to see.
final class CheckOptions {
    static final String COMPLIANCE = "--compliance";

    private static final String CHECKS = "--checks";
    private static final String IGNORE = "--ignore-check";

    /// Read without being named, where it is in the working folder: dockle's file, an id a line.
    private static final Path DOCKLE_IGNORE = Path.of(".dockleignore");

    private final boolean wanted;
    private final Map<String, String> ignored;

    private CheckOptions(boolean wanted, Map<String, String> ignored) {
        this.wanted = wanted;
        this.ignored = new TreeMap<>(ignored);
    }

    static void addTo(CommandSpec spec) {
        spec.addOption(
                Options.flag(
                        CHECKS,
                        "look for what else is wrong with a built image: users, permissions, secrets,"
                                + " wasted space"));
        spec.addOption(
                Options.values(
                        "ID",
                        "a check that does not count, by its id or an alias; repeatable; also those in"
                                + " ./.dockleignore",
                        IGNORE));
        spec.addOption(
                Options.value(
                        "NAME",
                        "instead of the report, the controls of a benchmark: docker-cis; as text or"
                                + " json",
                        COMPLIANCE));
    }

    /// @throws IOException if a file of ids cannot be read
    static CheckOptions of(ParseResult parsed) throws IOException {
        boolean wanted = Options.isSet(parsed, CHECKS) || Options.isSet(parsed, COMPLIANCE);
        Map<String, String> ignored = new TreeMap<>();
        if (wanted && Files.isRegularFile(DOCKLE_IGNORE)) {
            for (String id : ids(Files.readString(DOCKLE_IGNORE, StandardCharsets.UTF_8))) {
                ignored.put(id, "./" + DOCKLE_IGNORE);
            }
        }
        for (String list : Options.texts(parsed, IGNORE)) {
            for (String id : list.split(",", -1)) {
                ignored.put(id.strip(), IGNORE + " " + id.strip());
            }
        }
        if (!wanted && Options.isSet(parsed, IGNORE)) {
            throw new IllegalArgumentException(IGNORE + " needs " + CHECKS);
        }
        return new CheckOptions(wanted, ignored);
    }

    private static List<String> ids(String text) {
        List<String> ids = new ArrayList<>();
        for (String line : text.lines().toList()) {
            String id = line.split("#", 2)[0].strip();
            if (!id.isEmpty()) {
                ids.add(id);
            }
        }
        return ids;
    }

    boolean wanted() {
        return wanted;
    }

    /// @throws IllegalArgumentException if the gate wants checks that nobody makes
    void allow(Gate gate) {
        if (gate.needsChecks() && !wanted) {
            throw new IllegalArgumentException("--fail-on check:LEVEL needs " + CHECKS);
        }
    }

    /// Tells what is left out though nobody named it in this call.
    void tell(Progress progress) {
        if (ignored.containsValue("./" + DOCKLE_IGNORE)) {
            progress.notice("the checks in ./" + DOCKLE_IGNORE + " are ignored");
        }
    }

    /// The report without the checks that do not count. An unknown id of a file is told: other tools have others.
    ///
    /// @throws IllegalArgumentException if an id of the command line names no check
    ScanReport apply(ScanReport report, Progress progress) {
        if (report.checks().isEmpty() || ignored.isEmpty()) {
            return report;
        }
        ImageChecks all = report.checks().get();
        for (String id : ignored.keySet()) {
            if (all.results().stream().noneMatch(each -> each.check().isNamed(id))) {
                if (ignored.get(id).startsWith("./")) {
                    progress.notice(
                            ignored.get(id) + ": there is no check '" + Printable.of(id) + "'");
                    continue;
                }
                throw new IllegalArgumentException(
                        "there is no check '" + id + "'; docs/guide/checks.md lists them");
            }
        }
        return report.with(Optional.of(all.map(this::ignored)));
    }

    private CheckResult ignored(CheckResult result) {
        return ignored.entrySet().stream()
                .filter(each -> result.check().isNamed(each.getKey()))
                .findFirst()
                .map(each -> result.ignored(each.getValue()))
                .orElse(result);
    }
}
