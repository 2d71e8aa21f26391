package io.plimsoll.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Debian's security suite, read by apt with a state of its own: which uploads it has, and what
/// their changelogs say.
final class SecuritySuite {
    private static final String SUITE = "bookworm-security";
    private static final Pattern HEADER =
            Pattern.compile("^[a-z0-9][a-z0-9+.-]* \\(([^() ]+)\\) [^;]+;");
    private static final Pattern CVE = Pattern.compile("CVE-[0-9]{4}-[0-9]{4,}");

    private final Path folder;
    private final Program tools;

    /// A stanza of a changelog.
    ///
    /// @param version the version of the upload
    /// @param cves the CVEs that its text names
    record Upload(String version, List<String> cves) {}

    private SecuritySuite(Path folder) {
        this.folder = folder;
        this.tools = new Program(folder).with("APT_CONFIG", folder.resolve("apt.conf").toString());
    }

    /// Fetches the suite's index.
    ///
    /// @param folder takes apt's state
    static SecuritySuite fetch(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("state/lists/partial"));
        Files.createDirectories(folder.resolve("cache/archives/partial"));
        Files.writeString(
                folder.resolve("sources.list"),
                AptSources.line(SUITE) + "\n",
                StandardCharsets.UTF_8);
        Files.writeString(
                folder.resolve("apt.conf"),
                """
                Dir::State "%1$s/state";
                Dir::State::status "/dev/null";
                Dir::Cache "%1$s/cache";
                Dir::Etc::sourcelist "%1$s/sources.list";
                Dir::Etc::sourceparts "/dev/null";
                APT::Sandbox::User "root";
                """
                        .formatted(folder),
                StandardCharsets.UTF_8);
        SecuritySuite suite = new SecuritySuite(folder);
        suite.tools.lines("apt-get", "update");
        return suite;
    }

    /// The newest version of each binary package in the suite.
    Map<String, String> newest() throws IOException, InterruptedException {
        Map<String, String> newest = new TreeMap<>();
        String name = "";
        for (String line : tools.lines("apt-cache", "dumpavail")) {
            if (line.startsWith("Package: ")) {
                name = line.substring("Package: ".length());
            } else if (line.startsWith("Version: ")) {
                newest.merge(
                        name,
                        line.substring("Version: ".length()),
                        (one, other) -> isBelow(one, other) ? other : one);
            }
        }
        return newest;
    }

    /// The changelog of a binary package; empty where the package has none of its own.
    List<Upload> changelog(String name, String version) throws IOException, InterruptedException {
        Path deb = Files.createDirectories(folder.resolve("debs").resolve(name));
        tools.lines(
                "sh",
                "-c",
                "cd '%1$s' && apt-get download -q '%2$s=%3$s' && dpkg-deb -x ./*.deb x"
                        .formatted(deb, name, version));
        Path doc = deb.resolve("x/usr/share/doc").resolve(name);
        for (String file : List.of("changelog.Debian.gz", "changelog.gz")) {
            if (!Files.isSymbolicLink(doc) && Files.isRegularFile(doc.resolve(file))) {
                return uploads(tools.lines("gzip", "-dc", doc.resolve(file).toString()));
            }
        }
        return List.of();
    }

    /// By dpkg's own judgement.
    boolean isBelow(String version, String other) {
        try {
            return tools.run("dpkg", "--compare-versions", version, "lt", other).code() == 0;
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private static List<Upload> uploads(List<String> changelog) {
        Map<String, List<String>> cves = new TreeMap<>();
        String version = "";
        for (String line : changelog) {
            Matcher header = HEADER.matcher(line);
            if (header.find()) {
                version = header.group(1);
            }
            String of = version;
            CVE.matcher(line)
                    .results()
                    .forEach(found ->
                            cves.computeIfAbsent(of, any -> new ArrayList<>()).add(found.group()));
        }
        return cves.entrySet().stream()
                .map(entry ->
                        new Upload(entry.getKey(), entry.getValue().stream().distinct().toList()))
                .toList();
    }
}
