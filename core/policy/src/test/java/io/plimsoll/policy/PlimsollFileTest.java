package io.plimsoll.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Severity;
import io.plimsoll.model.Suppressed;
import io.plimsoll.policy.subject.PolicyFormatException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlimsollFileTest {
    @TempDir Path folder;

    /// Each selector with what it leaves out of curl, libssl3, log4j-core and lodash.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id: CVE-2024-0001 | libssl3",
                "id: cve-2024-0001 | libssl3",
                "id: GHSA-of-2021-44228 | log4j-core",
                "id: CVE-2024-000 | ''",
                "id: [CVE-2024-0001, CVE-2024-0002] | curl libssl3",
                "purl: pkg:npm/lodash | lodash",
                "purl: pkg:npm/lodash@4.17.15 | lodash",
                "purl: pkg:npm/lodash@4.17.16 | ''",
                "purl: pkg:npm/lodash-es | ''",
                "purl: 'pkg:deb/debian/*' | curl libssl3",
                "purl: 'pkg:deb/*/curl' | curl",
                "purl: 'pkg:*/lod?sh@4.*' | lodash",
                "purl: 'pkg:deb/debian/curl@7.88.1-10?arch=arm64' | ''",
                "purl: 'pkg:deb/debian/curl?arch=amd64' | curl",
                "purl: 'pkg:deb/debian/openssl?arch=source' | libssl3",
                "path: /srv/app.jar | log4j-core",
                "path: '/srv/*.jar' | log4j-core",
                "path: 'srv/app.jar!/**' | log4j-core",
                "path: '/srv/**' | log4j-core",
                "path: ['/srv/**', '/opt/**'] | log4j-core lodash",
                "path: '**/node_modules/**' | lodash",
                "path: '/srv/*' | log4j-core",
                "path: '/s/**' | ''",
                "origin: base | curl libssl3",
                "origin: own | log4j-core lodash",
                "layer: ab12 | curl libssl3",
                "layer: sha256:cd34cd34 | log4j-core lodash",
                "layer: ab13 | ''",
                "fix: wont-fix | curl",
                "fix: fixed | libssl3 log4j-core lodash",
                "fix: deferred | ''",
                "severity: low | curl",
                "severity: high | curl libssl3",
                "severity: unknown | lodash",
                "severity: negligible | ''",
            })
    void aSelectorCatchesWhatItNames(String selector, String expected) {
        Files files = policy("ignore:\n  - " + selector + "\n    reason: why\n");
        assertThat(String.join(" ", files.leftOut())).isEqualTo(expected);
    }

    @Test
    void allSelectorsOfARuleMustHold() {
        assertThat(policy("ignore: [{origin: base, severity: low, reason: x}]\n").leftOut())
                .containsExactly("curl");
        assertThat(policy("ignore: [{origin: own, severity: low, reason: x}]\n").leftOut())
                .isEmpty();
    }

    @Test
    void aSuppressedFindingSaysByWhatAndWhyAndUntilWhen() {
        ScanReport report =
                policy(
                                """
                                ignore:
                                  - id: CVE-2024-0001
                                    reason: not reachable
                                    owner: team-a
                                    expires: 2026-11-27
                                    justification: vulnerable_code_not_in_execute_path
                                """)
                        .applied();
        Suppressed one = report.assessment().suppressed().getFirst();
        assertThat(one.by()).endsWith("plimsoll.yaml:2");
        assertThat(one.reason()).isEqualTo("not reachable (team-a)");
        assertThat(one.expires()).contains(LocalDate.of(2026, 11, 27));
        assertThat(one.claim().justification()).isEqualTo("vulnerable_code_not_in_execute_path");
        assertThat(report.assessment().findings()).hasSize(3);
        assertThat(report.inventory().problems()).isEmpty();
    }

    @Test
    void anExpiredRuleHoldsNoMoreAndIsNamed() {
        Files files = policy("ignore:\n  - {id: CVE-2024-0001, reason: x, expires: 2026-11-26}\n");
        assertThat(files.leftOut()).isEmpty();
        assertThat(files.problems())
                .containsExactly(
                        "plimsoll.yaml:2: the rule expired on 2026-11-26 and holds no more");
        assertThat(files.explained(Images.SSL))
                .containsExactly(
                        "plimsoll.yaml:2: does not apply any more: it expired on 2026-11-26");
    }

    @Test
    void aRuleWithoutReasonWorksAndIsNamed() {
        Files files = policy("ignore:\n  - id: CVE-2024-0001\n");
        assertThat(files.leftOut()).containsExactly("libssl3");
        assertThat(files.problems()).containsExactly("plimsoll.yaml:2: the rule gives no reason");
    }

    @Test
    void whatARuleSaysOfAFindingIsExplained() {
        Files files =
                policy(
                        """
                        ignore:
                          - {id: CVE-2024-0001, path: /app/**, reason: x}
                          - {origin: base, reason: theirs, expires: 2027-01-01}
                          - {origin: own, reason: ours}
                        """);
        assertThat(files.explained(Images.SSL))
                .containsExactly(
                        "plimsoll.yaml:2: does not apply: path /app/** is not so here",
                        "plimsoll.yaml:3: applies: origin base; reason: theirs, until 2027-01-01");
    }

    @Test
    void severitiesFollowTheOrderOfTheirSources() {
        ScanReport report = policy("severity-order: [nobody, red hat, nvd]\n").applied();
        assertThat(report.assessment().findings())
                .allMatch(each -> each.severity() == Severity.MEDIUM)
                .allMatch(each -> each.severitySource().equals("Red Hat"));
        assertThat(policy("severity-order: nobody\n").applied().assessment().findings())
                .isEqualTo(Images.report().assessment().findings());
    }

    @Test
    void theGateIsHandedOn() {
        Files files = policy("# ours\nfail-on: [critical, fixable]\n");
        assertThat(files.reader().failOn()).isEqualTo(List.of("critical", "fixable"));
        assertThat(files.reader().failOnAt()).endsWith("plimsoll.yaml:2:1");
        assertThat(policy("").reader().failOn()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ignored: []|plimsoll.yaml:1:1: the key 'ignored' is unknown here; known are"
                        + " fail-on, ignore, severity-order",
                "ignore: [{id: C, expire: 2026-01-01}]|plimsoll.yaml:1:18: the key 'expire' is"
                        + " unknown here; known are expires, fix, id, justification, layer, origin,"
                        + " owner, path, purl, reason, severity",
                "ignore: [{reason: x}]|plimsoll.yaml:1:10: the rule says nothing of what it ignores",
                "ignore: [{id: C, expires: soon}]|plimsoll.yaml:1:27: 'expires' is a day such as"
                        + " 2026-12-31, not 'soon'",
                "ignore: [{id: C, origin: mine}]|plimsoll.yaml:1:26: 'origin' is base or own",
                "ignore: [{purl: lodash}]|plimsoll.yaml:1:17: 'purl': 'lodash' is not a purl",
                "ignore: [{severity: bad}]|plimsoll.yaml:1:21: 'severity' is critical, high",
                "ignore: [{layer: xy}]|plimsoll.yaml:1:18: 'layer' is the beginning",
                "ignore: [{id: {a: b}}]|plimsoll.yaml:1:15: 'id' is a list, not a mapping",
                "ignore: [{id: ''}, {id: ['']}]|says nothing of what it ignores",
                "ignore: [{id: ['']}]|plimsoll.yaml:1:15: 'id' holds an empty text",
                "ignore: {id: C}|plimsoll.yaml:1:9: 'ignore' is a list, not a mapping",
                "ignore: [CVE]|plimsoll.yaml:1:10: a rule is a mapping, not 'CVE'",
                "[]|plimsoll.yaml:1:1: a policy is a mapping, not a list",
                "ignore: [|plimsoll.yaml:1:10: no YAML",
                "a: 'b|plimsoll.yaml:1:6: no YAML",
            })
    void anErrorSaysWhereAndWhat(String text, String expected) {
        assertThatThrownBy(() -> policy(text))
                .isInstanceOf(PolicyFormatException.class)
                .hasMessageContaining(expected);
    }

    private Files policy(String text) {
        return new Files(folder).with("plimsoll.yaml", text);
    }
}
