package io.plimsoll.truth;

import io.plimsoll.truth.ForeignCases.Judged;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Local databases of pacman.
final class PacmanTruthTest {
    private static final List<Judged> JUDGED =
            List.of(
                    new Judged(
                            "scalibr/os-pacman/invalid_value_eof",
                            "+gawk ",
                            "A package without version is shown, with a problem, rather than lost."));

    @Test
    void aDescriptionHoldsWhatOthersFindInIt() throws Exception {
        ForeignCases cases = new ForeignCases();
        cases.compare("scalibr/os-pacman", _ -> "/var/lib/pacman/local/any-1-1/desc");
        cases.verify(3, JUDGED);
    }
}
