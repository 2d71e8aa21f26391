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
import java.util.List;
import java.util.Optional;

/// Accounts that let in whoever gives their name.
public final class EmptyPassword implements Check {
    @Override
    public String id() {
        return "PL-IMG-PASSWORD-EMPTY";
    }

    @Override
    public Evidence evidence() {
        return Evidence.FILES;
    }

    @Override
    public Outcome check(CheckedImage image, Severity usual) {
        Optional<PlacedAccounts> passwd = image.stack().accounts(AccountFile.PASSWD);
        Optional<PlacedAccounts> shadow = image.stack().accounts(AccountFile.SHADOW);
        if (passwd.isEmpty() && shadow.isEmpty()) {
            return Outcome.notAssessed("there is neither /etc/passwd nor /etc/shadow");
        }
        List<CheckFinding> findings = new ArrayList<>();
        passwd.ifPresent(file -> look(file, image, usual, findings));
        shadow.ifPresent(file -> look(file, image, usual, findings));
        return Outcome.of(findings);
    }

    private static void look(
            PlacedAccounts file, CheckedImage image, Severity usual, List<CheckFinding> findings) {
        for (Account each : file.file().accounts()) {
            if (each.password() == Account.Password.EMPTY) {
                findings.add(
                        CheckFinding.of(usual, "'" + each.name() + "' has an empty password")
                                .at(file.file().path(), image.layer(file.layer())));
            }
        }
    }
}
