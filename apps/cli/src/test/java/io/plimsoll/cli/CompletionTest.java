package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Scripts and pages that are made of the commands. Shells and readers of pages try them in
/// `quality/acceptance`.
final class CompletionTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void aScriptKnowsCommandsOptionsAndWords(String shell) {
        Call call = Call.of(folder, "completion", shell);
        assertThat(call.code()).isZero();
        assertThat(call.err()).isEmpty();
        assertThat(call.out())
                .contains("plimsoll", "explain", "fail-on", "undetermined", "cyclonedx-xml");
        assertThat(call.out()).isEqualTo(Call.of(folder, "completion", shell).out());
    }

    @Test
    void anotherShellIsNamed() {
        Call call = Call.of(folder, "completion", "tcsh");
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err()).contains("'tcsh'", "bash, zsh and fish");
    }

    @Test
    void everyCommandHasAPageWithAllItsOptions() {
        Map<String, String> pages = ManPages.of(CommandLineTool.all(), "2026-11-27");
        assertThat(pages).containsKeys("plimsoll.1", "plimsoll-scan.1", "plimsoll-db-build.1");
        assertThat(pages).hasSizeGreaterThan(20);
        assertThat(pages.get("plimsoll-scan.1"))
                .startsWith(".TH PLIMSOLL\\-SCAN 1 \"2026-11-27\"")
                .contains("\\fB\\-\\-fail\\-on\\fR=\\fIGATE\\fR", ".SH EXIT STATUS")
                .doesNotContain("...");
        pages.values().forEach(page -> assertThat(page).matches("(?s)[\\n -~]*"));
    }
}
