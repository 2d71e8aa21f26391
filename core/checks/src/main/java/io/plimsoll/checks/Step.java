package io.plimsoll.checks;

import io.plimsoll.image.ImageConfig;
import io.plimsoll.model.Digest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A step of a build, as the history has it.
///
/// Source: what builders write as `created_by`: Docker's first builder `/bin/sh -c #(nop)  CMD …` and
/// `/bin/sh -c …` for a RUN, with `|2 A=b C=d` and the build arguments before it; BuildKit
/// `RUN |1 A=b /bin/sh -c … # buildkit`; buildah as the first one.
///
/// @param instruction upper case: `RUN`, `ADD`, `ENV` …; empty where it cannot be told
/// @param text all behind it
/// @param buildArguments those of a RUN, as written
/// @param layer the index of the layer that it made; -1 for none
public record Step(String instruction, String text, String buildArguments, int layer) {
    private static final String NOP = "#(nop)";
    private static final String BUILDKIT = "# buildkit";
    private static final Pattern SHELL =
            Pattern.compile(
                    "(?:\\|[0-9]{1,4} (?<arguments>.*?) ?)?(?:/usr)?/bin/(?:ba|a|da)?sh"
                            + "(?: -[a-zA-Z]{1,8}(?: [a-z]{1,12})?){0,4}? -[a-z]{0,8}c ");
    private static final Pattern WORD = Pattern.compile("[A-Z]{3,12}(?= |$)");

    static Step of(ImageConfig.History entry, int layer) {
        String line = entry.createdBy().strip();
        if (line.endsWith(BUILDKIT)) {
            line = line.substring(0, line.length() - BUILDKIT.length()).strip();
        }
        int nop = line.indexOf(NOP);
        if (nop >= 0) {
            line = line.substring(nop + NOP.length()).strip();
        }
        Matcher word = WORD.matcher(line);
        if (word.lookingAt() && !word.group().equals("RUN")) {
            return new Step(word.group(), line.substring(word.end()).strip(), "", layer);
        }
        boolean run = word.reset().lookingAt();
        String script = run ? line.substring(word.end()).strip() : line;
        Matcher shell = SHELL.matcher(script);
        if (shell.lookingAt()) {
            String arguments = Optional.ofNullable(shell.group("arguments")).orElse("");
            return new Step("RUN", script.substring(shell.end()).strip(), arguments, layer);
        }
        return new Step(run ? "RUN" : "", script, "", layer);
    }

    public boolean isRun() {
        return instruction.equals("RUN");
    }

    /// The script in lower case, with single blanks.
    public String script() {
        return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    /// The beginning, for messages.
    public String beginning() {
        String whole = (instruction + " " + text).strip();
        return whole.length() <= 60 ? whole : whole.substring(0, 60) + "…";
    }

    /// The diff id of its layer.
    public Optional<Digest> layerOf(CheckedImage image) {
        return image.layer(layer);
    }
}
