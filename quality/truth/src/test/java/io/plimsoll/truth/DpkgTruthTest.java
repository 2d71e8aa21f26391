package io.plimsoll.truth;

import io.plimsoll.truth.ForeignCases.Judged;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Status files of dpkg and opkg.
final class DpkgTruthTest {
    private static final List<Judged> JUDGED =
            List.of(
                    new Judged(
                            "scalibr/os-dpkg/statusfield~2",
                            "+wantinstall_unpacked 1.0, +wantnostatus 1.0",
                            "The files of an unpacked package are there, configured or not. Where opkg gives"
                                    + " no status nothing says that the package is gone."));

    @Test
    void aStatusFileHoldsWhatOthersFindInIt() throws Exception {
        ForeignCases cases = new ForeignCases();
        cases.compare("scalibr/os-dpkg", path -> path);
        cases.verify(14, JUDGED);
    }
}
