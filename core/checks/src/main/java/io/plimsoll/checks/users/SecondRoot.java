package io.plimsoll.checks.users;

import io.plimsoll.checks.Check;
import io.plimsoll.checks.CheckedImage;
import io.plimsoll.checks.Evidence;
import io.plimsoll.checks.Outcome;
import io.plimsoll.checks.facts.AccountFile;
import io.plimsoll.checks.stack.LayerStack.PlacedAccounts;
import io.plimsoll.model.CheckFinding;
import io.plimsoll.model.Severity;
import java.util.List;
import java.util.Optional;

/// Accounts besides root that are root.
public final class SecondRoot implements Check {
    @Override
    public String id() {
        return "PL-IMG-UID-ZERO";
    }

    @Override
    public Evidence evidence() {
        return Evidence.FILES;
    }

    @Override
    public Outcome check(CheckedImage image, Severity usual) {
        Optional<PlacedAccounts> passwd = image.stack().accounts(AccountFile.PASSWD);
        if (passwd.isEmpty()) {
            return Outcome.notAssessed("there is no /etc/passwd");
        }
        List<CheckFinding> findings =
                passwd.get().file().accounts().stream()
                        .filter(each -> each.id() == 0 && !each.name().equals("root"))
                        .map(each ->
                                CheckFinding.of(
                                                usual,
                                                "'" + each.name() + "' has the user id of root")
                                        .at(AccountFile.PASSWD, image.layer(passwd.get().layer())))
                        .toList();
        return Outcome.of(findings);
    }
}
