package io.plimsoll.lint.rules.packages;

import java.util.Set;

/// The package managers, and how their install commands are told.
///
/// Source: the manual page of each, for the options that take a value.
@SuppressWarnings("ImmutableEnumChecker") // The sets are made by Set.of.
public enum PackageManager {
    APT(
            Set.of("apt-get", "apt", "aptitude"),
            Set.of("install"),
            Set.of("-t", "--target-release", "--default-release", "-o", "--option", "-c", "-a")),
    APK(
            Set.of("apk"),
            Set.of("add"),
            Set.of(
                    "-t",
                    "--virtual",
                    "-X",
                    "--repository",
                    "-p",
                    "--root",
                    "--arch",
                    "--keys-dir",
                    "--repositories-file",
                    "--wait",
                    "--cache-dir")),
    PIP(
            Set.of("pip", "pip2", "pip3"),
            Set.of("install"),
            Set.of(
                    "-r",
                    "--requirement",
                    "-c",
                    "--constraint",
                    "-e",
                    "--editable",
                    "-t",
                    "--target",
                    "-i",
                    "--index-url",
                    "--extra-index-url",
                    "-f",
                    "--find-links",
                    "--prefix",
                    "--root",
                    "--trusted-host",
                    "--progress-bar",
                    "--no-binary",
                    "--only-binary",
                    "--platform",
                    "--python-version",
                    "--implementation",
                    "--abi",
                    "--proxy",
                    "--timeout",
                    "--retries",
                    "--src",
                    "--upgrade-strategy",
                    "--cert",
                    "--log",
                    "--cache-dir",
                    "--global-option",
                    "--install-option",
                    "--config-settings")),
    NPM(
            Set.of("npm"),
            Set.of("install", "i", "add"),
            Set.of(
                    "--prefix",
                    "-C",
                    "--registry",
                    "--cache",
                    "--loglevel",
                    "--userconfig",
                    "--omit",
                    "-w",
                    "--workspace",
                    "--include",
                    "--tag",
                    "--only")),
    GEM(
            Set.of("gem"),
            Set.of("install"),
            Set.of(
                    "-i",
                    "--install-dir",
                    "-n",
                    "--bindir",
                    "-s",
                    "--source",
                    "--platform",
                    "-P",
                    "--trust-policy",
                    "-p",
                    "--http-proxy",
                    "--document",
                    "-v",
                    "--version")),
    YUM(Set.of("yum"), Set.of("install", "localinstall"), Values.DNF),
    DNF(Set.of("dnf", "microdnf", "dnf5", "tdnf"), Set.of("install"), Values.DNF),
    ZYPPER(
            Set.of("zypper"),
            Set.of("install", "in"),
            Set.of(
                    "-t",
                    "--type",
                    "-r",
                    "--repo",
                    "--from",
                    "-R",
                    "--root",
                    "-p",
                    "--plus-repo",
                    "-C",
                    "--cache-dir",
                    "-D",
                    "--reposd-dir",
                    "--download",
                    "-c",
                    "--config",
                    "--installroot"));

    private static final class Values {
        static final Set<String> DNF =
                Set.of(
                        "-c",
                        "--config",
                        "--installroot",
                        "--releasever",
                        "-x",
                        "--exclude",
                        "--setopt",
                        "--repo",
                        "--repoid",
                        "--enablerepo",
                        "--disablerepo",
                        "-d",
                        "-e",
                        "--rpmverbosity",
                        "--disableplugin",
                        "--enableplugin",
                        "--forcearch");
    }

    private final Set<String> programs;
    private final Set<String> installs;
    private final Set<String> valueOptions;

    PackageManager(Set<String> programs, Set<String> installs, Set<String> valueOptions) {
        this.programs = programs;
        this.installs = installs;
        this.valueOptions = valueOptions;
    }

    boolean runs(String program) {
        return programs.contains(program);
    }

    boolean installsBy(String subcommand) {
        return installs.contains(subcommand);
    }

    boolean takesValue(String option) {
        return valueOptions.contains(option);
    }
}
