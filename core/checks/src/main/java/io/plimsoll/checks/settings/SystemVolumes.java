package io.plimsoll.checks.settings;

import io.plimsoll.checks.Check;
import io.plimsoll.checks.CheckedImage;
import io.plimsoll.checks.Evidence;
import io.plimsoll.checks.Outcome;
import io.plimsoll.image.ImageConfig;
import io.plimsoll.model.CheckFinding;
import io.plimsoll.model.Severity;
import java.util.Set;

/// Volumes over folders of the system.
public final class SystemVolumes implements Check {
    private static final Set<String> SYSTEM =
            Set.of(
                    "/",
                    "/bin",
                    "/boot",
                    "/dev",
                    "/etc",
                    "/lib",
                    "/lib64",
                    "/proc",
                    "/root",
                    "/sbin",
                    "/sys",
                    "/usr",
                    "/var/run",
                    "/var/run/docker.sock",
                    "/run/docker.sock");

    @Override
    public String id() {
        return "PL-IMG-VOLUME-SYSTEM";
    }

    @Override
    public Evidence evidence() {
        return Evidence.CONFIG;
    }

    @Override
    public Outcome check(CheckedImage image, Severity usual) {
        return Outcome.of(
                image.config().orElse(ImageConfig.EMPTY).volumes().stream()
                        .filter(each -> isSystem(each))
                        .map(each ->
                                CheckFinding.of(usual, "the volume " + each + " is of the system"))
                        .toList());
    }

    private static boolean isSystem(String volume) {
        String path =
                volume.length() > 1 && volume.endsWith("/")
                        ? volume.substring(0, volume.length() - 1)
                        : volume;
        return SYSTEM.contains(path);
    }
}
