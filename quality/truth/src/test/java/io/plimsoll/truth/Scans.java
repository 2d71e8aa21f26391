package io.plimsoll.truth;

import io.plimsoll.engine.Access;
import io.plimsoll.engine.Progress;
import io.plimsoll.engine.ScanOptions;
import io.plimsoll.engine.Scanner;
import io.plimsoll.engine.Target;
import io.plimsoll.model.Limits;
import io.plimsoll.model.ScanReport;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;

/// Scans with the whole program, but for its command line, against the {@link SharedStore}.
final class Scans {
    /// The day that ages and ends of support are reckoned from.
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private Scans() {}

    static ScanReport of(String target) throws IOException, InterruptedException {
        ScanOptions options =
                new ScanOptions(
                        SharedStore.folder(),
                        Optional.empty(),
                        Limits.standard(),
                        Optional.empty(),
                        Access.FILES_ONLY,
                        TODAY,
                        "test");
        return new Scanner(options, Progress.SILENT).scan(Target.parse(target));
    }
}
