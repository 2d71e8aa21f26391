package io.plimsoll.checks.secret;

import io.plimsoll.checks.Check;
import io.plimsoll.checks.CheckedImage;
import io.plimsoll.checks.Evidence;
import io.plimsoll.checks.InstalledPaths;
import io.plimsoll.checks.Outcome;
import io.plimsoll.checks.ReportedSecrets;
import io.plimsoll.checks.facts.FoundSecret;
import io.plimsoll.checks.stack.LayerStack.StackedSecret;
import io.plimsoll.model.CheckFinding;
import io.plimsoll.model.Severity;
import java.util.ArrayList;
import java.util.List;

/// Secrets in files, those of deleted files too.
public final class FileSecrets implements Check {
    /// The end of the names of rules about private keys.
    private static final String KEY = "private-key";

    @Override
    public String id() {
        return "PL-IMG-SECRET-FILE";
    }

    @Override
    public Evidence evidence() {
        return Evidence.FILES;
    }

    @Override
    public Outcome check(CheckedImage image, Severity usual) {
        List<CheckFinding> findings = new ArrayList<>();
        for (StackedSecret each : ReportedSecrets.of(image).reported()) {
            String rule = each.secret().rule();
            String message =
                    image.detector().title(rule)
                            + " "
                            + each.secret().shown()
                            + each.fate().words();
            findings.add(
                    CheckFinding.of(severity(each.secret(), image), message)
                            .at(each.secret().path(), image.layer(each.layer()))
                            .by(rule, each.secret().line()));
        }
        long cut = image.stack().searched().cut();
        return findings.isEmpty() && cut > 0
                ? Outcome.notAssessed(cut + " text files were searched in part only")
                : Outcome.of(findings);
    }

    /// What an installed package brought is known to whoever has the package: its keys open nothing,
    /// while a token may have been forgotten in a package that few have.
    private static Severity severity(FoundSecret secret, CheckedImage image) {
        Severity severity = image.detector().severity(secret.rule());
        if (!InstalledPaths.isInstalled(secret.path())) {
            return severity;
        }
        Severity most = secret.rule().endsWith(KEY) ? Severity.LOW : Severity.MEDIUM;
        return severity.isAtLeast(most) ? most : severity;
    }
}
