package io.plimsoll.report.sarif;

import io.plimsoll.model.Finding;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.report.common.Markdown;
import io.plimsoll.report.common.Sentences;
import java.util.List;
import java.util.Map;

/// The help page of a rule, as Markdown.
final class SarifHelp {
    private SarifHelp() {}

    static String markdown(List<Finding> findings, Map<String, InstalledPackage> packages) {
        Finding worst = findings.getFirst();
        StringBuilder page = new StringBuilder();
        page.append("**").append(Markdown.text(worst.id())).append("** ");
        page.append(Markdown.text(Sentences.title(worst))).append("\n\n");
        page.append("| package | severity | remedy |\n|---|---|---|\n");
        for (Finding finding : findings) {
            page.append("| ").append(Markdown.text(named(finding, packages)));
            page.append(" | ").append(finding.severity().word());
            page.append(" | ").append(Markdown.text(Sentences.remedy(finding))).append(" |\n");
        }
        worst.facts()
                .knownExploited()
                .ifPresent(day ->
                        page.append("\nKnown to be exploited since ").append(day).append(".\n"));
        if (!worst.urls().isEmpty()) {
            page.append('\n');
        }
        for (String url : worst.urls()) {
            page.append("- ").append(Markdown.link(url, url)).append('\n');
        }
        return page.toString();
    }

    static String named(Finding finding, Map<String, InstalledPackage> packages) {
        InstalledPackage installed = packages.get(finding.packageId());
        return installed == null ? finding.packageId() : Sentences.named(installed);
    }
}
