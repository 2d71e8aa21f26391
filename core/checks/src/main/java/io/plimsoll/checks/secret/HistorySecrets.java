package io.plimsoll.checks.secret;

import io.plimsoll.checks.Check;
import io.plimsoll.checks.CheckedImage;
import io.plimsoll.checks.Evidence;
import io.plimsoll.checks.Outcome;
import io.plimsoll.checks.Step;
import io.plimsoll.checks.secrets.SecretHit;
import io.plimsoll.image.ImageConfig;
import io.plimsoll.model.CheckFinding;
import io.plimsoll.model.Severity;
import java.util.ArrayList;
import java.util.List;

/// Secrets in the steps of the build: arguments, scripts, settings that were changed later.
public final class HistorySecrets implements Check {
    @Override
    public String id() {
        return "PL-IMG-SECRET-HISTORY";
    }

    @Override
    public Evidence evidence() {
        return Evidence.HISTORY;
    }

    @Override
    public Outcome check(CheckedImage image, Severity usual) {
        List<CheckFinding> findings = new ArrayList<>();
        List<String> env = image.config().orElse(ImageConfig.EMPTY).env();
        int number = 0;
        for (Step step : image.steps()) {
            number++;
            String where = "step " + number + " of the history";
            for (SecretHit hit : image.detector().in(step.buildArguments() + "\n" + step.text())) {
                String title = image.detector().title(hit.rule());
                findings.add(
                        CheckFinding.of(
                                        image.detector().severity(hit.rule()),
                                        where + " holds " + title + " " + hit.shown())
                                .at("", step.layerOf(image))
                                .by(hit.rule(), 0));
            }
            for (String argument : arguments(step, env)) {
                int equals = argument.indexOf('=');
                String name = argument.substring(0, equals);
                String value = argument.substring(equals + 1);
                SecretNames.of(name, value, where + ": the argument", image, usual).stream()
                        .filter(each -> each.rule().isEmpty())
                        .map(each -> each.at("", step.layerOf(image)))
                        .forEach(findings::add);
            }
        }
        return Outcome.of(findings);
    }

    /// `NAME=value` of build arguments, and of variables that have another value in the end. A value with
    /// a blank is cut there, which the name does not mind.
    private static List<String> arguments(Step step, List<String> env) {
        String text =
                switch (step.instruction()) {
                    case "ARG", "ENV" -> step.text();
                    default -> step.buildArguments();
                };
        return List.of(text.split(" ", -1)).stream()
                .filter(each -> each.indexOf('=') > 0 && !env.contains(each))
                .toList();
    }
}
