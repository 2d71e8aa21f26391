package io.plimsoll.report.common;

import io.plimsoll.model.Finding;
import io.plimsoll.model.Fix;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Printable;
import java.util.Locale;

/// What formats say of a finding in words, safe to show.
public final class Sentences {
    private Sentences() {}

    /// `log4j-core 2.14.1`.
    public static String named(InstalledPackage installed) {
        String version = installed.record().version();
        return Printable.of(
                installed.record().fullName() + (version.isEmpty() ? "" : " " + version));
    }

    /// One line of what the vulnerability is: its title, else its kinds of weakness, else its id.
    public static String title(Finding finding) {
        if (!finding.facts().title().isEmpty()) {
            return Printable.of(finding.facts().title());
        }
        String weaknesses = Weaknesses.names(finding.facts().cwes());
        if (!weaknesses.isEmpty()) {
            return weaknesses;
        }
        StringBuilder title = new StringBuilder(Printable.of(finding.id()));
        finding.facts().cwes().stream()
                .findFirst()
                .ifPresent(cwe -> title.append(" (CWE-").append(cwe).append(')'));
        return title.toString();
    }

    /// `upgrade to 2.3.1 or 2.15.0`, or why there is nothing to upgrade to.
    public static String remedy(Finding finding) {
        Fix fix = finding.fix();
        return switch (fix.state()) {
            case FIXED -> "upgrade to " + Printable.of(String.join(" or ", fix.versions()));
            case NOT_FIXED -> "no fix yet";
            case WONT_FIX -> "the publisher will not fix it";
            case DEFERRED -> "the publisher has deferred a fix";
            case UNKNOWN -> "no fix is known";
        };
    }

    /// The first letter in upper case.
    public static String capital(String sentence) {
        return sentence.isEmpty()
                ? sentence
                : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }
}
