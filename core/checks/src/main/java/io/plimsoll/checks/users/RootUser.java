package io.plimsoll.checks.users;

import io.plimsoll.checks.Check;
import io.plimsoll.checks.CheckedImage;
import io.plimsoll.checks.Evidence;
import io.plimsoll.checks.Outcome;
import io.plimsoll.checks.facts.AccountFile;
import io.plimsoll.image.ImageConfig;
import io.plimsoll.model.CheckFinding;
import io.plimsoll.model.Severity;
import java.util.List;

/// A container that runs as root.
public final class RootUser implements Check {
    @Override
    public String id() {
        return "PL-IMG-USER-ROOT";
    }

    @Override
    public Evidence evidence() {
        return Evidence.CONFIG;
    }

    @Override
    public Outcome check(CheckedImage image, Severity usual) {
        String user = image.config().orElse(ImageConfig.EMPTY).user();
        String name = user.split(":", 2)[0];
        if (!name.isEmpty() && !isRoot(name, image)) {
            return Outcome.passed("the user is " + name);
        }
        String message =
                name.isEmpty()
                        ? "no user is set: containers run as root"
                        : "the user is " + name + ": containers run as root";
        return Outcome.of(List.of(CheckFinding.of(usual, message)));
    }

    /// By its number, or by that of the account with its name.
    private static boolean isRoot(String name, CheckedImage image) {
        return name.equals("root")
                || name.matches("0{1,9}")
                || image
                        .stack()
                        .accounts(AccountFile.PASSWD)
                        .map(found -> found.file().accounts())
                        .orElse(List.of())
                        .stream()
                        .anyMatch(each -> each.name().equals(name) && each.id() == 0);
    }
}
