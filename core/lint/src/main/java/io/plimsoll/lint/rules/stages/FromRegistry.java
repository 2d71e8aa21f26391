package io.plimsoll.lint.rules.stages;

import io.plimsoll.dockerfile.Stage;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.List;
import java.util.function.Consumer;

/// A base image of a registry that is not trusted.
public final class FromRegistry implements Rule {
    @Override
    public String id() {
        return "PL-FROM-REGISTRY";
    }

    private static final String HUB = "docker.io";

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        List<String> trusted = file.settings().trustedRegistries();
        for (Stage stage : trusted.isEmpty() ? List.<Stage>of() : file.stages()) {
            ImageName.of(file, stage)
                    .map(image -> registry(image.name()))
                    .filter(registry -> trusted.stream().noneMatch(each -> matches(each, registry)))
                    .ifPresent(registry ->
                            found.accept(
                                    Violation.at(
                                            stage.base().span(),
                                            "'" + registry + "' is no trusted registry")));
        }
    }

    /// A first part with a dot, a colon or the name `localhost` is a registry.
    private static String registry(String name) {
        int slash = name.indexOf('/');
        String first = slash < 0 ? "" : name.substring(0, slash);
        boolean named =
                first.indexOf('.') >= 0 || first.indexOf(':') >= 0 || first.equals("localhost");
        return !named || first.equals("index.docker.io") ? HUB : first;
    }

    private static boolean matches(String pattern, String registry) {
        String[] parts = pattern.split("\\*", -1);
        if (parts.length == 1) {
            return pattern.equals(registry);
        }
        if (!registry.startsWith(parts[0])) {
            return false;
        }
        int at = parts[0].length();
        for (int i = 1; i < parts.length - 1; i++) {
            int next = registry.indexOf(parts[i], at);
            if (next < 0) {
                return false;
            }
            at = next + parts[i].length();
        }
        String last = parts[parts.length - 1];
        return registry.length() - at >= last.length() && registry.endsWith(last);
    }
}
