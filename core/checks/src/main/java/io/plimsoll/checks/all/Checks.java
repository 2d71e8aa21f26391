package io.plimsoll.checks.all;

import io.plimsoll.checks.Check;
import io.plimsoll.checks.files.BuildFiles;
import io.plimsoll.checks.files.CredentialFiles;
import io.plimsoll.checks.files.HostKeys;
import io.plimsoll.checks.files.Sudo;
import io.plimsoll.checks.history.AddInstruction;
import io.plimsoll.checks.history.UpdateAlone;
import io.plimsoll.checks.history.UpgradeAll;
import io.plimsoll.checks.secret.FileSecrets;
import io.plimsoll.checks.secret.HistorySecrets;
import io.plimsoll.checks.secret.SettingSecrets;
import io.plimsoll.checks.settings.ContentTrust;
import io.plimsoll.checks.settings.HealthCheck;
import io.plimsoll.checks.settings.Labels;
import io.plimsoll.checks.settings.LatestTag;
import io.plimsoll.checks.settings.SshPort;
import io.plimsoll.checks.settings.SystemVolumes;
import io.plimsoll.checks.size.PackageCaches;
import io.plimsoll.checks.size.Reproducible;
import io.plimsoll.checks.size.WastedSpace;
import io.plimsoll.checks.users.DuplicateAccounts;
import io.plimsoll.checks.users.EmptyPassword;
import io.plimsoll.checks.users.RootUser;
import io.plimsoll.checks.users.SecondRoot;
import io.plimsoll.checks.users.SetUser;
import io.plimsoll.checks.users.WorldWritable;
import java.util.List;

/// All checks. A test finds those that are not in the list.
public final class Checks {
    private Checks() {}

    public static List<Check> all() {
        return List.of(
                new BuildFiles(),
                new CredentialFiles(),
                new HostKeys(),
                new Sudo(),
                new AddInstruction(),
                new UpdateAlone(),
                new UpgradeAll(),
                new FileSecrets(),
                new HistorySecrets(),
                new SettingSecrets(),
                new ContentTrust(),
                new HealthCheck(),
                new Labels(),
                new LatestTag(),
                new SshPort(),
                new SystemVolumes(),
                new PackageCaches(),
                new Reproducible(),
                new WastedSpace(),
                new DuplicateAccounts(),
                new EmptyPassword(),
                new RootUser(),
                new SecondRoot(),
                new SetUser(),
                new WorldWritable());
    }
}
