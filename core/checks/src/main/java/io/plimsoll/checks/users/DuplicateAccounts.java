package io.plimsoll.checks.users;

import io.plimsoll.checks.Check;
import io.plimsoll.checks.CheckedImage;
import io.plimsoll.checks.Evidence;
import io.plimsoll.checks.Outcome;
import io.plimsoll.checks.facts.Account;
import io.plimsoll.checks.facts.AccountFile;
import io.plimsoll.checks.stack.LayerStack.PlacedAccounts;
import io.plimsoll.model.CheckFinding;
import io.plimsoll.model.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Users or groups that share a name or an id.
public final class DuplicateAccounts implements Check {
    @Override
    public String id() {
        return "PL-IMG-ACCOUNT-DUPLICATE";
    }

    @Override
    public Evidence evidence() {
        return Evidence.FILES;
    }

    @Override
    public Outcome check(CheckedImage image, Severity usual) {
        Optional<PlacedAccounts> passwd = image.stack().accounts(AccountFile.PASSWD);
        Optional<PlacedAccounts> group = image.stack().accounts(AccountFile.GROUP);
        if (passwd.isEmpty() && group.isEmpty()) {
            return Outcome.notAssessed("there is neither /etc/passwd nor /etc/group");
        }
        List<CheckFinding> findings = new ArrayList<>();
        passwd.ifPresent(file -> look(file, "user", image, usual, findings));
        group.ifPresent(file -> look(file, "group", image, usual, findings));
        return Outcome.of(findings);
    }

    private static void look(
            PlacedAccounts file,
            String what,
            CheckedImage image,
            Severity usual,
            List<CheckFinding> findings) {
        Map<String, String> names = new HashMap<>();
        Map<Long, String> ids = new HashMap<>();
        for (Account each : file.file().accounts()) {
            String message = "";
            if (names.putIfAbsent(each.name(), each.name()) != null) {
                message = "two entries for the " + what + " '" + each.name() + "'";
            }
            String other = each.id() < 0 ? null : ids.putIfAbsent(each.id(), each.name());
            if (message.isEmpty() && other != null) {
                message =
                        "'"
                                + other
                                + "' and '"
                                + each.name()
                                + "' have the "
                                + what
                                + " id "
                                + each.id();
            }
            if (!message.isEmpty()) {
                findings.add(
                        CheckFinding.of(usual, message)
                                .at(file.file().path(), image.layer(file.layer())));
            }
        }
    }
}
