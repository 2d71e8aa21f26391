package io.plimsoll.checks.secret;

import io.plimsoll.checks.Check;
import io.plimsoll.checks.CheckedImage;
import io.plimsoll.checks.Evidence;
import io.plimsoll.checks.Outcome;
import io.plimsoll.checks.secrets.SecretHit;
import io.plimsoll.image.ImageConfig;
import io.plimsoll.model.CheckFinding;
import io.plimsoll.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Secrets in the variables, commands and labels that a container starts with.
public final class SettingSecrets implements Check {
    private static final String COMMAND = "the command";

    @Override
    public String id() {
        return "PL-IMG-SECRET-ENV";
    }

    @Override
    public Evidence evidence() {
        return Evidence.CONFIG;
    }

    @Override
    public Outcome check(CheckedImage image, Severity usual) {
        List<CheckFinding> findings = new ArrayList<>();
        ImageConfig config = image.config().orElse(ImageConfig.EMPTY);
        for (String variable : config.env()) {
            String[] parts = variable.split("=", 2);
            if (parts.length == 2) {
                findings.addAll(SecretNames.of(parts[0], parts[1], "the variable", image, usual));
            }
        }
        config.labels().forEach((name, value) -> look(name, value, "the label", image, findings));
        look("of the start", String.join(" ", config.entrypoint()), COMMAND, image, findings);
        look("of the start", String.join(" ", config.cmd()), COMMAND, image, findings);
        look(
                "of the health check",
                String.join(" ", config.healthcheck()),
                COMMAND,
                image,
                findings);
        new TreeMap<>(image.annotations())
                .forEach((name, value) -> look(name, value, "the annotation", image, findings));
        return Outcome.of(findings);
    }

    /// Labels have names of all kinds, so that their values alone tell.
    private static void look(
            String name,
            String value,
            String where,
            CheckedImage image,
            List<CheckFinding> findings) {
        for (SecretHit hit : image.detector().in(value)) {
            String title = image.detector().title(hit.rule());
            findings.add(
                    CheckFinding.of(
                                    image.detector().severity(hit.rule()),
                                    where + " " + name + " holds " + title + " " + hit.shown())
                            .by(hit.rule(), 0));
        }
    }
}
