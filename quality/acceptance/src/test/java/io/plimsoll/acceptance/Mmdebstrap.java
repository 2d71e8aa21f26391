package io.plimsoll.acceptance;

import java.io.IOException;
import java.nio.file.Path;

/// Makes root file systems of Debian 12.
final class Mmdebstrap {
    private static final String FORMAT =
            "${Package}\\t${Version}\\t${source:Package}\\t${source:Version}\\n";

    private static final String PACKAGES = "ca-certificates,curl,openssl,libxml2,sqlite3";

    private Mmdebstrap() {}

    /// The main suite with what was fixed since.
    ///
    /// @param folder where the archive goes
    static Path withFixes(Path folder) throws IOException, InterruptedException {
        Path tar = folder.resolve("fixed.tar");
        new Program(folder)
                .lines(
                        "mmdebstrap",
                        "--variant=minbase",
                        "--include=" + PACKAGES,
                        "bookworm",
                        tar.toString(),
                        AptSources.line("bookworm"),
                        AptSources.line("bookworm-security"));
        return tar;
    }

    /// The main suite alone, as it was at the last point release: what was fixed since has holes.
    ///
    /// @param folder where the archive goes
    /// @param installed the file that takes the installed packages
    static Path mainSuiteOnly(Path folder, Path installed)
            throws IOException, InterruptedException {
        Path tar = folder.resolve("base.tar");
        new Program(folder)
                .lines(
                        "mmdebstrap",
                        "--variant=minbase",
                        "--include=" + PACKAGES,
                        "--customize-hook=chroot \"$1\" dpkg-query -W -f '"
                                + FORMAT
                                + "' >"
                                + installed,
                        "bookworm",
                        tar.toString(),
                        AptSources.line("bookworm"));
        return tar;
    }

    /// What Debian installs where nobody chooses: the packages of priority standard.
    ///
    /// @param folder where the archive goes
    static Path standard(Path folder) throws IOException, InterruptedException {
        Path tar = folder.resolve("standard-base.tar");
        new Program(folder)
                .lines(
                        "mmdebstrap",
                        "--variant=standard",
                        "bookworm",
                        tar.toString(),
                        AptSources.line("bookworm"));
        return tar;
    }
}
