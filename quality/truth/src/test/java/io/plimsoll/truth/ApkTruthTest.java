package io.plimsoll.truth;

import io.plimsoll.truth.ForeignCases.Judged;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Databases of apk.
final class ApkTruthTest {
    private static final List<Judged> JUDGED = List.of();

    @Test
    void aDatabaseHoldsWhatOthersFindInIt() throws Exception {
        ForeignCases cases = new ForeignCases();
        cases.compare("scalibr/os-apk", path -> path);
        cases.compare("syft/alpine", _ -> "/lib/apk/db/installed");
        cases.verify(5, JUDGED);
    }
}
