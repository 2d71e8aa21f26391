package io.plimsoll.checks.secret;

import io.plimsoll.checks.CheckedImage;
import io.plimsoll.checks.secrets.SecretHit;
import io.plimsoll.checks.secrets.SecretVariable;
import io.plimsoll.model.CheckFinding;
import io.plimsoll.model.Severity;
import java.util.ArrayList;
import java.util.List;

/// Tells by names and values which variables hold secrets.
final class SecretNames {
    private SecretNames() {}

    /// What a variable holds, by its value or else by its name.
    ///
    /// @param where for messages: "the variable", "the label"
    static List<CheckFinding> of(
            String name, String value, String where, CheckedImage image, Severity usual) {
        List<CheckFinding> findings = new ArrayList<>();
        for (SecretHit hit : image.detector().in(name + "=" + value)) {
            String title = image.detector().title(hit.rule());
            findings.add(
                    CheckFinding.of(
                                    image.detector().severity(hit.rule()),
                                    where + " " + name + " holds " + title + " " + hit.shown())
                            .by(hit.rule(), 0));
        }
        if (findings.isEmpty() && SecretVariable.is(name, value)) {
            findings.add(
                    CheckFinding.of(
                            usual,
                            where
                                    + " "
                                    + name
                                    + " looks like a secret and has a value of "
                                    + value.length()
                                    + " characters"));
        }
        return findings;
    }
}
