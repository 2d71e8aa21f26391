package io.plimsoll.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.model.Suppressed;
import io.plimsoll.policy.subject.PolicyFormatException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The ignore files of Snyk, Trivy and Grype.
final class ForeignFilesTest {
    @TempDir Path folder;

    /// Curl is at the top and needs libssl3.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "* | libssl3",
                "curl > openssl/libssl3 | libssl3",
                "curl > libssl3 | libssl3",
                "curl@7.88.1-10 > openssl/libssl3@3.0.11-1~deb12u2 | libssl3",
                "* > libssl3 | libssl3",
                "wget > libssl3 | ''",
                "libssl3 | ''",
                "curl | ''",
                "bash > curl > libssl3 | ''",
                "curl > openssl/libssl1.1 | ''",
            })
    void aWayOfSnykIsTheWayToThePackage(String way, String expected) {
        Files files = snyk("  CVE-2024-0001:\n    - '" + way + "': {reason: x}\n");
        assertThat(String.join(" ", files.leftOut())).isEqualTo(expected);
        assertThat(files.problems()).isEmpty();
    }

    @Test
    void snykRulesEndBeforeTheInstantTheyName() {
        Suppressed one =
                snyk("""
                  GHSA-of-2024-0001:
                    - '*':
                        reason: no fix
                        expires: 2026-11-28T00:00:00.000Z
                        created: 2026-01-01T00:00:00.000Z
                        reasonType: not-vulnerable
                        source: cli
                        ignoredBy: {name: a, email: b}
                """)
                        .applied()
                        .assessment()
                        .suppressed()
                        .getFirst();
        assertThat(one.expires()).contains(LocalDate.of(2026, 11, 27));
        assertThat(one.reason()).isEqualTo("no fix");
        assertThat(one.by()).endsWith(".snyk:4");
        assertThat(one.claim().kind()).isEqualTo(Suppressed.Claim.Kind.NOT_AFFECTED);
        assertThat(
                        snyk("  CVE-2024-0001: [{'*': {expires: 2026-11-27T23:00:00.000Z}}]\n")
                                .leftOut())
                .isEmpty();
    }

    @Test
    void snykRulesCanEndWithAFix() {
        String rule = ": [{'*': {reason: x, disregardIfFixable: true}}]\n";
        assertThat(snyk("  CVE-2024-0001" + rule).leftOut()).isEmpty();
        assertThat(snyk("  CVE-2024-0002" + rule).leftOut()).containsExactly("curl");
    }

    @Test
    void whatOfSnykIsNotHonouredIsNamed() {
        Files files =
                snyk(
                        """
                          CVE-2024-0001:
                            - 'curl > libssl3@>=1': {reason: x}
                            - '*': {reason: x, ifEnvironment: dev}
                        patch: {}
                        exclude: {global: ['a/**']}
                        """);
        assertThat(files.leftOut()).isEmpty();
        assertThat(files.problems())
                .containsExactly(
                        ".snyk:4: the version range in 'curl > libssl3@>=1' is not honoured, and so"
                                + " the rule is not",
                        ".snyk:5: 'ifEnvironment' is not honoured, and so the rule is not",
                        ".snyk:7: 'exclude' is not honoured: only 'ignore' is");
    }

    @Test
    void trivyIgnoreHasOneIdALine() {
        Files files =
                new Files(folder)
                        .with(
                                ".trivyignore",
                                """
                                # ours
                                CVE-2024-0001 exp:2026-11-28

                                CVE-2024-0002 exp:2026-11-27
                                GHSA-of-2021-44228
                                AVD-DS-0002
                                """);
        assertThat(files.leftOut()).containsExactly("libssl3", "log4j-core");
        assertThat(files.problems())
                .containsExactly(
                        ".trivyignore:4: the rule expired on 2026-11-26 and holds no more",
                        ".trivyignore:6: 'AVD-DS-0002' is no vulnerability: it is not honoured");
    }

    @ParameterizedTest
    @CsvSource({
        "CVE-1 because, .trivyignore:1: 'because' is unknown behind an id",
        "CVE-1 exp:soon, .trivyignore:1: 'exp:soon' is no day",
    })
    void brokenLinesOfTrivyAreNamed(String line, String expected) {
        assertThatThrownBy(() -> new Files(folder).with(".trivyignore", line))
                .isInstanceOf(PolicyFormatException.class)
                .hasMessageContaining(expected);
    }

    @Test
    void trivyYamlHasPathsPurlsAndDays() {
        Files files =
                new Files(folder)
                        .with(
                                ".trivyignore.yaml",
                                """
                                vulnerabilities:
                                  - id: CVE-2021-44228
                                    paths: [srv/app.jar]
                                    statement: not used
                                  - id: CVE-2021-23337
                                    paths: [srv/web/**]
                                  - id: CVE-2024-0001
                                    purls: ["pkg:deb/debian/libssl3"]
                                  - id: CVE-2024-0002
                                    purls: ["pkg:deb/debian/libssl3"]
                                  - id: CVE-2024-0002
                                    expired_at: 2026-11-27
                                  - id: CVE-2024-0002
                                    licence: MIT
                                secrets:
                                  - id: aws-access-key-id
                                """);
        assertThat(files.leftOut()).containsExactly("libssl3", "log4j-core");
        assertThat(files.problems())
                .containsExactly(
                        ".trivyignore.yaml:11: the rule expired on 2026-11-26 and holds no more",
                        ".trivyignore.yaml:14: 'licence' is not honoured, and so the rule is not",
                        ".trivyignore.yaml:15: 'secrets' is not honoured: only 'vulnerabilities'"
                                + " is");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vulnerability: CVE-2024-0001 | libssl3",
                "{vulnerability: GHSA-of-2024-0001, include-aliases: true} | libssl3",
                "fix-state: wont-fix | curl",
                "fix-state: not-fixed | ''",
                "match-type: exact-indirect-match | libssl3",
                "match-type: exact-direct-match | curl log4j-core lodash",
                "package: {name: curl} | curl",
                "package: {name: 'lib.*'} | libssl3",
                "package: {name: lib} | ''",
                "package: {name: 'org.apache.logging.log4j:log4j-core'} | log4j-core",
                "package: {name: curl, version: 7.88.1-10} | curl",
                "package: {name: curl, version: 7.88.1} | ''",
                "package: {language: javascript} | lodash",
                "package: {type: deb} | curl libssl3",
                "package: {type: java-archive} | log4j-core",
                "package: {location: '/srv/**'} | log4j-core",
                "package: {upstream-name: openssl} | libssl3",
                "{fix-state: fixed, package: {type: npm}} | lodash",
                "{vulnerability: CVE-2024-0001, package: {type: npm}} | ''",
                "{vex-status: not_affected, vex-justification: vulnerable_code_not_present} | ''",
            })
    void aRuleOfGrypeCatchesWhatItNames(String rule, String expected) {
        Files files = new Files(folder).with(".grype.yaml", "ignore:\n  - " + rule + "\n");
        assertThat(String.join(" ", files.leftOut())).isEqualTo(expected);
        assertThat(files.problems()).isEmpty();
    }

    @Test
    void whatOfGrypeIsNotHonouredIsNamed() {
        Files files =
                new Files(folder)
                        .with(
                                ".grype.yaml",
                                """
                                fail-on-severity: high
                                output: [json]
                                ignore:
                                  - vulnerability: CVE-2024-0001
                                    namespace: debian:distro:debian:12
                                  - package: {name: curl, cpe: x}
                                  - vex-status: under_investigation
                                """);
        assertThat(files.leftOut()).isEmpty();
        assertThat(files.problems())
                .containsExactly(
                        ".grype.yaml:1: only 'ignore' is honoured, not fail-on-severity, output",
                        ".grype.yaml:5: 'namespace' is not honoured, and so the rule is not",
                        ".grype.yaml:6: 'cpe' is not honoured, and so the rule is not",
                        ".grype.yaml:7: a rule by vex-status 'under_investigation' is not"
                                + " honoured");
    }

    @ParameterizedTest
    @CsvSource({".snyk", ".trivyignore", ".trivyignore.yaml", ".grype.yaml", "plimsoll.yaml"})
    void anEmptyFileSaysNothing(String name) {
        for (String text : new String[] {"", "# nothing yet\n"}) {
            Files files = new Files(folder).with(name, text);
            assertThat(files.leftOut()).isEmpty();
            assertThat(files.problems()).isEmpty();
        }
    }

    /// A name that says nothing leaves it to the content.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ignore: {CVE-2024-0001: [{'*': {}}]}",
                "vulnerabilities: [{id: CVE-2024-0001}]",
                "ignore: [{vulnerability: CVE-2024-0001}]",
                "ignore: [{id: CVE-2024-0001, reason: x}]",
            })
    void theContentTellsWhoseFileItIs(String text) {
        assertThat(new Files(folder).with("exceptions.yaml", text).leftOut())
                .containsExactly("libssl3");
    }

    @Test
    void aListOfIdsNeedsNoName() {
        assertThat(new Files(folder).with("exceptions", "CVE-2024-0001\n").leftOut())
                .containsExactly("libssl3");
        assertThat(
                        new Files(folder)
                                .with("policy", "ignore:\n  - {id: CVE-2024-0001, reason: x}\n")
                                .leftOut())
                .containsExactly("libssl3");
    }

    private Files snyk(String ignored) {
        return new Files(folder).with(".snyk", "version: v1.25.0\nignore:\n" + ignored);
    }
}
