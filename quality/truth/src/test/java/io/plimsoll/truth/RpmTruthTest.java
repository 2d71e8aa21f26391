package io.plimsoll.truth;

import io.plimsoll.truth.ForeignCases.Judged;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Databases of rpm.
final class RpmTruthTest {
    private static final List<Judged> JUDGED = List.of();

    @Test
    void aDatabaseHoldsWhatOthersFindInIt() throws Exception {
        ForeignCases cases = new ForeignCases();
        cases.compare("scalibr/os-rpm", _ -> "/var/lib/rpm/Packages");
        cases.compare("scalibr/os-rpm", _ -> "/var/lib/rpm/Packages.db");
        cases.compare("scalibr/os-rpm", _ -> "/var/lib/rpm/rpmdb.sqlite");
        cases.verify(3, JUDGED);
    }
}
