package io.plimsoll.lint.rules.stages;

import io.plimsoll.dockerfile.Flag;
import io.plimsoll.dockerfile.Stage;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// An image of one architecture for a platform of another.
///
/// The namespaces of Docker's Official Images say for which architecture an image is.
public final class FromOtherPlatform implements Rule {
    @Override
    public String id() {
        return "PL-FROM-PLATFORM-OTHER";
    }

    /// Source: the README of github.com/docker-library/official-images, "Architectures other than amd64".
    private static final Map<String, String> NAMESPACES =
            Map.of(
                    "amd64", "linux/amd64",
                    "arm32v5", "linux/arm/v5",
                    "arm32v6", "linux/arm/v6",
                    "arm32v7", "linux/arm/v7",
                    "arm64v8", "linux/arm64",
                    "i386", "linux/386",
                    "mips64le", "linux/mips64le",
                    "ppc64le", "linux/ppc64le",
                    "riscv64", "linux/riscv64",
                    "s390x", "linux/s390x");

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        for (Stage stage : file.stages()) {
            Optional<String> wanted = stage.platform().filter(each -> each.indexOf('$') < 0);
            Optional<String> offered =
                    ImageName.of(file, stage).flatMap(FromOtherPlatform::platform);
            if (wanted.isPresent() && offered.isPresent() && !isSame(wanted.get(), offered.get())) {
                found.accept(
                        Violation.at(
                                stage.from().flags().stream()
                                        .filter(flag -> flag.name().equals("--platform"))
                                        .findFirst()
                                        .map(Flag::span)
                                        .orElse(stage.from().keywordSpan()),
                                "the image is for " + offered.get() + ", not for " + wanted.get()));
            }
        }
    }

    private static Optional<String> platform(ImageName image) {
        String[] parts = image.name().split("/", -1);
        return parts.length < 2
                ? Optional.empty()
                : Optional.ofNullable(NAMESPACES.get(parts[parts.length - 2]));
    }

    /// One with a variant is also the one without.
    private static boolean isSame(String wanted, String offered) {
        String normal = wanted.equals("linux/arm64/v8") ? "linux/arm64" : wanted;
        return normal.equals(offered)
                || offered.startsWith(normal + "/")
                || (normal.indexOf('/') < 0 && offered.startsWith("linux/" + normal));
    }
}
