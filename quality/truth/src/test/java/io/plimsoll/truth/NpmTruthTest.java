package io.plimsoll.truth;

import io.plimsoll.truth.ForeignCases.Judged;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Installed npm packages.
final class NpmTruthTest {
    private static final List<Judged> JUDGED =
            List.of(
                    new Judged(
                            "scalibr/language-javascript-packagejson/package_with_dependencies",
                            "-dep1 1.0.0, -dep2 2.0.1, -dep3 3.1.0, -dep4 0.4.2, -dep5 5.0.0, -dep7 1.0.0",
                            "What a package asks for is not installed for that: in an image each dependency"
                                    + " that is there has a package.json of its own."));

    @Test
    void aPackageJsonSaysWhatOthersReadInIt() throws Exception {
        ForeignCases cases = new ForeignCases();
        cases.compare("scalibr/language-javascript-packagejson", path -> path);
        cases.compare("trivy/nodejs-packagejson", path -> path);
        cases.verify(7, JUDGED);
    }
}
