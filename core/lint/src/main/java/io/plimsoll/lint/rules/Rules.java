package io.plimsoll.lint.rules;

import io.plimsoll.dockerfile.InstructionKind;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.rules.commands.ChangeDirectory;
import io.plimsoll.lint.rules.commands.LateRemoval;
import io.plimsoll.lint.rules.commands.PipeFail;
import io.plimsoll.lint.rules.commands.Pointless;
import io.plimsoll.lint.rules.commands.ShellLink;
import io.plimsoll.lint.rules.commands.Sudo;
import io.plimsoll.lint.rules.commands.UseraddHighUid;
import io.plimsoll.lint.rules.commands.WgetAndCurl;
import io.plimsoll.lint.rules.commands.WgetProgress;
import io.plimsoll.lint.rules.files.AddArchive;
import io.plimsoll.lint.rules.files.AddForFiles;
import io.plimsoll.lint.rules.files.CopyIgnored;
import io.plimsoll.lint.rules.files.CopyRelative;
import io.plimsoll.lint.rules.files.NoIgnoreFile;
import io.plimsoll.lint.rules.files.SeveralSources;
import io.plimsoll.lint.rules.files.WorkdirRelative;
import io.plimsoll.lint.rules.files.WorkdirSystem;
import io.plimsoll.lint.rules.image.Drift;
import io.plimsoll.lint.rules.image.LeftTools;
import io.plimsoll.lint.rules.image.Unneeded;
import io.plimsoll.lint.rules.packages.ApkCache;
import io.plimsoll.lint.rules.packages.AptForScripts;
import io.plimsoll.lint.rules.packages.AptLists;
import io.plimsoll.lint.rules.packages.AssumeYes;
import io.plimsoll.lint.rules.packages.CleanAll;
import io.plimsoll.lint.rules.packages.GoPin;
import io.plimsoll.lint.rules.packages.PackageManager;
import io.plimsoll.lint.rules.packages.PinnedPackages;
import io.plimsoll.lint.rules.packages.PipCache;
import io.plimsoll.lint.rules.packages.Recommends;
import io.plimsoll.lint.rules.packages.UpdateAlone;
import io.plimsoll.lint.rules.packages.UpdateMissing;
import io.plimsoll.lint.rules.packages.UpgradeAll;
import io.plimsoll.lint.rules.packages.YarnCache;
import io.plimsoll.lint.rules.settings.EnvSelf;
import io.plimsoll.lint.rules.settings.ExposeCasing;
import io.plimsoll.lint.rules.settings.ExposePort;
import io.plimsoll.lint.rules.settings.ExposeSsh;
import io.plimsoll.lint.rules.settings.LabelEmpty;
import io.plimsoll.lint.rules.settings.LabelExtra;
import io.plimsoll.lint.rules.settings.LabelKey;
import io.plimsoll.lint.rules.settings.LabelMissing;
import io.plimsoll.lint.rules.settings.LabelValue;
import io.plimsoll.lint.rules.settings.LegacyPairs;
import io.plimsoll.lint.rules.settings.NoUser;
import io.plimsoll.lint.rules.settings.RootUser;
import io.plimsoll.lint.rules.settings.Secrets;
import io.plimsoll.lint.rules.settings.UndefinedVariable;
import io.plimsoll.lint.rules.settings.UserName;
import io.plimsoll.lint.rules.stages.CopyFromRoot;
import io.plimsoll.lint.rules.stages.CopyFromSelf;
import io.plimsoll.lint.rules.stages.CopyFromUnknown;
import io.plimsoll.lint.rules.stages.FromArgument;
import io.plimsoll.lint.rules.stages.FromArgumentDefault;
import io.plimsoll.lint.rules.stages.FromAsCasing;
import io.plimsoll.lint.rules.stages.FromBetter;
import io.plimsoll.lint.rules.stages.FromDigest;
import io.plimsoll.lint.rules.stages.FromEnded;
import io.plimsoll.lint.rules.stages.FromLatest;
import io.plimsoll.lint.rules.stages.FromOtherPlatform;
import io.plimsoll.lint.rules.stages.FromPlatform;
import io.plimsoll.lint.rules.stages.FromRegistry;
import io.plimsoll.lint.rules.stages.FromTag;
import io.plimsoll.lint.rules.stages.FromTargetPlatform;
import io.plimsoll.lint.rules.stages.StageCasing;
import io.plimsoll.lint.rules.stages.StageDuplicate;
import io.plimsoll.lint.rules.stages.StageEmpty;
import io.plimsoll.lint.rules.stages.StageReserved;
import io.plimsoll.lint.rules.start.BrokenJson;
import io.plimsoll.lint.rules.start.ExecForm;
import io.plimsoll.lint.rules.start.NoHealthcheck;
import io.plimsoll.lint.rules.start.Several;
import io.plimsoll.lint.rules.style.CacheOrder;
import io.plimsoll.lint.rules.style.CommentName;
import io.plimsoll.lint.rules.style.ConsecutiveRuns;
import io.plimsoll.lint.rules.style.EmptyContinuation;
import io.plimsoll.lint.rules.style.KeywordCasing;
import io.plimsoll.lint.rules.style.Maintainer;
import io.plimsoll.lint.rules.style.ManyLayers;
import io.plimsoll.lint.rules.style.OnbuildNested;
import java.util.List;
import java.util.stream.Stream;

/// All rules.
public final class Rules {
    private Rules() {}

    public static List<Rule> all() {
        return Stream.of(
                        stages(),
                        packages(),
                        commands(),
                        files(),
                        settings(),
                        start(),
                        style(),
                        image())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Rule> stages() {
        return List.of(
                new FromTag(),
                new FromLatest(),
                new FromBetter(),
                new FromDigest(),
                new FromEnded(),
                new FromArgument(),
                new FromArgumentDefault(),
                new FromPlatform(),
                new FromTargetPlatform(),
                new FromAsCasing(),
                new StageDuplicate(),
                new StageReserved(),
                new StageCasing(),
                new CopyFromSelf(),
                new CopyFromUnknown(),
                new FromRegistry(),
                new FromOtherPlatform(),
                new StageEmpty(),
                new CopyFromRoot());
    }

    private static List<Rule> packages() {
        return List.of(
                new PinnedPackages("PL-APT-PIN", PackageManager.APT, "name=1.2-3"),
                new PinnedPackages("PL-APK-PIN", PackageManager.APK, "name=1.2-r3"),
                new PinnedPackages("PL-PIP-PIN", PackageManager.PIP, "name==1.2"),
                new PinnedPackages("PL-NPM-PIN", PackageManager.NPM, "name@1.2.3"),
                new PinnedPackages("PL-GEM-PIN", PackageManager.GEM, "name:1.2"),
                new PinnedPackages("PL-YUM-PIN", PackageManager.YUM, "name-1.2"),
                new PinnedPackages("PL-DNF-PIN", PackageManager.DNF, "name-1.2"),
                new PinnedPackages("PL-ZYPPER-PIN", PackageManager.ZYPPER, "name=1.2"),
                new AssumeYes("PL-APT-YES", PackageManager.APT),
                new AssumeYes("PL-YUM-YES", PackageManager.YUM),
                new AssumeYes("PL-DNF-YES", PackageManager.DNF),
                new AssumeYes("PL-ZYPPER-YES", PackageManager.ZYPPER),
                new Recommends(),
                new AptLists(),
                new ApkCache(),
                new PipCache(),
                new CleanAll(
                        "PL-YUM-CLEAN",
                        PackageManager.YUM,
                        List.of("/var/cache/yum", "/var/cache/dnf")),
                new CleanAll(
                        "PL-DNF-CLEAN",
                        PackageManager.DNF,
                        List.of("/var/cache/dnf", "/var/cache/libdnf5", "/var/cache/yum")),
                new CleanAll("PL-ZYPPER-CLEAN", PackageManager.ZYPPER, List.of("/var/cache/zypp")),
                new AptForScripts(),
                new UpdateAlone(),
                new UpdateMissing(),
                new UpgradeAll(),
                new GoPin(),
                new YarnCache());
    }

    private static List<Rule> commands() {
        return List.of(
                new Sudo(),
                new ChangeDirectory(),
                new PipeFail(),
                new WgetAndCurl(),
                new Pointless(),
                new UseraddHighUid(),
                new ShellLink(),
                new WgetProgress(),
                new LateRemoval());
    }

    private static List<Rule> files() {
        return List.of(
                new AddForFiles(),
                new SeveralSources(),
                new CopyRelative(),
                new WorkdirRelative(),
                new WorkdirSystem(),
                new AddArchive(),
                new CopyIgnored(),
                new NoIgnoreFile());
    }

    private static List<Rule> settings() {
        return List.of(
                new ExposePort(),
                new ExposeSsh(),
                new ExposeCasing(),
                new LegacyPairs(),
                new EnvSelf(),
                new UndefinedVariable(),
                new Secrets(),
                new RootUser(),
                new NoUser(),
                new UserName(),
                new LabelKey(),
                new LabelEmpty(),
                new LabelMissing(),
                new LabelExtra(),
                new LabelValue());
    }

    private static List<Rule> start() {
        return List.of(
                new Several("PL-CMD-SEVERAL", InstructionKind.CMD),
                new Several("PL-ENTRYPOINT-SEVERAL", InstructionKind.ENTRYPOINT),
                new Several("PL-HEALTHCHECK-SEVERAL", InstructionKind.HEALTHCHECK),
                new NoHealthcheck(),
                new ExecForm(),
                new BrokenJson());
    }

    private static List<Rule> style() {
        return List.of(
                new Maintainer(),
                new KeywordCasing(),
                new EmptyContinuation(),
                new OnbuildNested(),
                new ConsecutiveRuns(),
                new ManyLayers(),
                new CommentName(),
                new CacheOrder());
    }

    private static List<Rule> image() {
        return List.of(new LeftTools(), new Drift(), new Unneeded());
    }
}
