package io.plimsoll.lint.split;

import io.plimsoll.dockerfile.Dockerfile;
import io.plimsoll.dockerfile.Element;
import io.plimsoll.dockerfile.Instruction;
import io.plimsoll.dockerfile.Stage;
import io.plimsoll.lint.split.StageSteps.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes the two stages with the bytes of the one.
final class SplitWriter {
    private static final String USUAL_NAME = "build";

    private final Dockerfile file;
    private final Stage stage;
    private final StageSteps steps;
    private final String packageType;
    private final String name;

    SplitWriter(Dockerfile file, Stage stage, StageSteps steps, String packageType) {
        this.file = file;
        this.stage = stage;
        this.steps = steps;
        this.packageType = packageType;
        this.name = freeName(file);
    }

    /// The whole file.
    ///
    /// @param paths to copy from one stage to the other
    /// @param withCache whether the loader's cache is made anew behind them
    String write(List<String> paths, RuntimePackages packages, boolean withCache) {
        List<Element> elements = file.elements();
        int from = elements.indexOf(stage.from());
        StringBuilder text = new StringBuilder();
        elements.subList(0, from).forEach(each -> text.append(file.text(each.span())));
        text.append(buildFrom());
        StringBuilder last = new StringBuilder();
        List<String> lead = new ArrayList<>();
        boolean installed = packages.names().isEmpty();
        for (Element element : elements.subList(from + 1, elements.size())) {
            if (!(element instanceof Instruction instruction)) {
                lead.add(ended(file.text(element.span())));
                continue;
            }
            Side side = steps.side(instruction);
            String own = ended(file.text(instruction.span()));
            String led = String.join("", lead);
            lead.clear();
            text.append(side == Side.FINAL ? "" : led + own);
            boolean isInstall = steps.installs().contains(instruction);
            boolean isLast = instruction.equals(steps.lastBuild());
            if ((isInstall || isLast) && !installed) {
                last.append(install(packages));
                installed = true;
            }
            if (isLast) {
                paths.forEach(path -> last.append(copy(path)));
                last.append(withCache && packageType.equals("deb") ? "RUN ldconfig\n" : "");
            }
            last.append(side == Side.FINAL ? led + own : side == Side.BOTH ? own : "");
        }
        return text + "\n" + ended(file.text(stage.from().span())) + last + String.join("", lead);
    }

    private String buildFrom() {
        int start = stage.from().span().start();
        int end = stage.base().span().end();
        return file.text(file.span(start, end)) + " AS " + name + "\n";
    }

    private String install(RuntimePackages packages) {
        String names = String.join(" ", packages.names());
        if (packageType.equals("apk")) {
            return "RUN apk add --no-cache " + names + "\n";
        }
        String option = packages.takesRecommends() ? "" : " --no-install-recommends";
        String next = " " + file.escape() + "\n    && ";
        return "RUN apt-get update"
                + next
                + "apt-get install -y"
                + option
                + " "
                + names
                + next
                + "rm -rf /var/lib/apt/lists/*\n";
    }

    private String copy(String path) {
        boolean plain = path.chars().allMatch(c -> c > ' ' && "\"'\\$`#*?[]".indexOf(c) < 0);
        String place =
                plain
                        ? path + " " + path
                        : "[\"" + escaped(path) + "\", \"" + escaped(path) + "\"]";
        return "COPY --from=" + name + " " + place + "\n";
    }

    private static String escaped(String path) {
        return path.replace("\\", "\\\\").replace("\"", "\\\"").replace("$", "\\\\$");
    }

    private static String ended(String text) {
        return text.endsWith("\n") ? text : text + "\n";
    }

    private static String freeName(Dockerfile file) {
        Set<String> taken =
                file.stages().stream()
                        .flatMap(each -> each.name().stream())
                        .collect(Collectors.toSet());
        String free = USUAL_NAME;
        for (int i = 2; taken.contains(free); i++) {
            free = USUAL_NAME + i;
        }
        return free;
    }
}
