package io.plimsoll.lint.rules.packages;

import io.plimsoll.lint.Call;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.function.Consumer;

/// An install that takes recommended packages along.
public final class Recommends implements Rule {
    @Override
    public String id() {
        return "PL-APT-RECOMMENDS";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        for (PackageCall call : PackageCall.all(file, PackageManager.APT)) {
            boolean open =
                    call.isInstall()
                            && !call.call().program().equals("aptitude")
                            && !call.operands().isEmpty()
                            && !call.call().has("--no-install-recommends", "--install-recommends")
                            && !isConfigured(call.call())
                            && !call.call().hasUnknownOption();
            if (open) {
                found.accept(
                        new Violation(
                                call.call().span(),
                                "recommended packages are installed too",
                                call.withOption("--no-install-recommends")));
            }
        }
    }

    private static boolean isConfigured(Call call) {
        return call.arguments().stream()
                .anyMatch(each -> each.text().contains("APT::Install-Recommends"));
    }
}
