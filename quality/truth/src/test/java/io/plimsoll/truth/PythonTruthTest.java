package io.plimsoll.truth;

import io.plimsoll.truth.ForeignCases.Judged;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Installed Python distributions.
final class PythonTruthTest {
    private static final List<Judged> JUDGED =
            List.of(
                    new Judged(
                            "syft/python/dist-info_egg-info_site-packages_directory",
                            "+Pygments 2.6.1, -pygments 2.6.1",
                            "The name is kept as its author wrote it; matching folds it."));

    @Test
    void metadataSaysWhatOthersReadInIt() throws Exception {
        ForeignCases cases = new ForeignCases();
        cases.compare("scalibr/language-python-wheelegg", PythonTruthTest::scalibrPlace);
        cases.compare("syft/python", PythonTruthTest::syftPlace);
        cases.compare("trivy/python-packaging", path -> path);
        cases.compare("scancode/pypi", PythonTruthTest::scancodePlace);
        cases.verify(9, JUDGED);
    }

    /// The cases' files have names of their own, for their form.
    private static String scalibrPlace(String path) {
        return path.equals("/egginfo") ? "/site/any.egg-info" : "/site/any-1.0.dist-info/METADATA";
    }

    /// The cases' folders are called `dist-info` and `egg-info`, without a package before it.
    private static String syftPlace(String path) {
        return path.replace("/dist-info/", "/any.dist-info/")
                .replace("/egg-info/", "/any.egg-info/");
    }

    private static String scancodePlace(String path) {
        return switch (path) {
            case "/METADATA" -> "/site/any-1.0.dist-info/METADATA";
            case "/PKG-INFO" -> "/site/any.egg-info/PKG-INFO";
            default -> path;
        };
    }
}
