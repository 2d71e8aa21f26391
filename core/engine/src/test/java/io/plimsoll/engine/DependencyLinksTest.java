package io.plimsoll.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.Evidence;
import io.plimsoll.model.IdentifiedBy;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Location;
import io.plimsoll.model.Origin;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.PackageType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DependencyLinksTest {
    @Test
    void npmNamesEndBeforeTheRange() {
        assertThat(links(PackageType.NPM, "express@^4.17.0 || 5", one("express")))
                .containsOnly("express");
        assertThat(links(PackageType.NPM, "express", one("express"))).containsOnly("express");
        assertThat(links(PackageType.NPM, "expres@^4.17.0", one("express"))).isEmpty();
    }

    @Test
    void ofSeveralCopiesOfAnNpmPackageTheNearestCounts() {
        InstalledPackage top = npm("ms", "2.0.0", "/app/node_modules/ms", "");
        InstalledPackage nested = npm("ms", "1.0.0", "/app/node_modules/debug/node_modules/ms", "");
        InstalledPackage debug = npm("debug", "1.0.0", "/app/node_modules/debug", "ms@^1.0.0");
        InstalledPackage send = npm("send", "1.0.0", "/app/node_modules/send", "ms@^2.0.0");
        List<InstalledPackage> linked = DependencyLinks.linked(List.of(nested, top, debug, send));
        assertThat(linked.get(2).dependsOn()).containsExactly(nested.id());
        assertThat(linked.get(3).dependsOn()).containsExactly(top.id());
    }

    private static InstalledPackage npm(
            String name, String version, String folder, String requirement) {
        PackageRecord record =
                PackageRecord.builder(PackageType.NPM, name, version)
                        .relations(
                                requirement.isEmpty() ? List.of() : List.of(requirement), List.of())
                        .build();
        Evidence evidence = new Evidence(folder + "/package.json", IdentifiedBy.METADATA);
        return new InstalledPackage(
                "pkg:npm/" + name + "@" + version,
                record,
                "pkg:npm/" + name + "@" + version,
                List.of(new Location(evidence, Optional.empty())),
                List.of(),
                Origin.UNKNOWN,
                Optional.empty());
    }

    @Test
    void npmScopesBelongToTheName() {
        InstalledPackage scoped =
                installed("@angular/core", builder(PackageType.NPM, "core").namespace("@angular"));
        InstalledPackage bare = installed("core", builder(PackageType.NPM, "core"));
        assertThat(links(PackageType.NPM, "@angular/core@~1.0", bare, scoped))
                .containsOnly("@angular/core");
        assertThat(links(PackageType.NPM, "core@1", scoped, bare)).containsOnly("core");
        assertThat(links(PackageType.NPM, "core@1", scoped)).isEmpty();
    }

    @Test
    void pythonNamesFoldDotsDashesUnderscoresAndCase() {
        InstalledPackage zope = installed("zope", builder(PackageType.PYPI, "Zope.Interface"));
        for (String spelling :
                List.of("zope-interface", "ZOPE_interface", "zope.interface", "zope-_.interface")) {
            assertThat(links(PackageType.PYPI, spelling + " (>=1)", zope)).containsOnly("zope");
        }
    }

    @Test
    void pythonRequirementsMayHaveExtrasBoundsAndMarkers() {
        InstalledPackage foo = installed("foo", builder(PackageType.PYPI, "foo"));
        for (String requirement :
                List.of(
                        "foo[extra] (>=1) ; python_version < '3'",
                        "foo[a,b]>=1",
                        "foo ; extra == 'x'",
                        "foo==1",
                        "foo~=1.0",
                        "foo!=2",
                        "foo<3")) {
            assertThat(links(PackageType.PYPI, requirement, foo))
                    .as(requirement)
                    .containsOnly("foo");
        }
    }

    @Test
    void debTakesTheFirstAlternativeThatIsInstalled() {
        InstalledPackage mail =
                installed(
                        "exim",
                        builder(PackageType.DEB, "exim4")
                                .relations(List.of(), List.of("mail-transport-agent (= 4)")));
        InstalledPackage libc = installed("libc", builder(PackageType.DEB, "libc6"));
        assertThat(links(PackageType.DEB, "postfix | mail-transport-agent", libc, mail))
                .containsOnly("exim");
        assertThat(links(PackageType.DEB, "libc6 (>= 2.34) | mail-transport-agent", libc, mail))
                .containsOnly("libc");
        assertThat(links(PackageType.DEB, "libc6:any (>= 2.34)", libc)).containsOnly("libc");
        assertThat(links(PackageType.DEB, "libc6:amd64", libc)).containsOnly("libc");
    }

    @Test
    void apkRequiresLibrariesThatOthersProvide() {
        InstalledPackage musl =
                installed(
                        "musl",
                        builder(PackageType.APK, "musl")
                                .relations(List.of(), List.of("so:libc.musl-x86_64.so.1=1")));
        assertThat(links(PackageType.APK, "so:libc.musl-x86_64.so.1", musl)).containsOnly("musl");
        assertThat(links(PackageType.APK, "musl>=1.2", musl)).containsOnly("musl");
        assertThat(links(PackageType.APK, "so:libssl.so.3", musl)).isEmpty();
    }

    @Test
    void rpmCapabilitiesKeepTheirParentheses() {
        InstalledPackage glibc =
                installed(
                        "glibc",
                        builder(PackageType.RPM, "glibc")
                                .relations(
                                        List.of(),
                                        List.of("libc.so.6(GLIBC_2.34)(64bit)", "glibc = 2.34")));
        InstalledPackage perl = installed("perl", builder(PackageType.RPM, "perl"));
        assertThat(links(PackageType.RPM, "libc.so.6(GLIBC_2.34)(64bit)", glibc))
                .containsOnly("glibc");
        assertThat(links(PackageType.RPM, "glibc >= 2.30", glibc)).containsOnly("glibc");
        assertThat(links(PackageType.RPM, "libc.so.6(GLIBC_9)(64bit)", glibc)).isEmpty();
        assertThat(links(PackageType.RPM, "perl(Carp)", perl)).isEmpty();
    }

    @Test
    void kindsDoNotMix() {
        InstalledPackage deb = installed("deb", builder(PackageType.DEB, "express"));
        assertThat(links(PackageType.NPM, "express@1", deb)).isEmpty();
    }

    @Test
    void aPackageDoesNotDependOnItself() {
        InstalledPackage self =
                installed(
                        "self",
                        builder(PackageType.DEB, "self")
                                .relations(List.of("self", "virtual"), List.of("virtual")));
        assertThat(DependencyLinks.linked(List.of(self)).getFirst().dependsOn()).isEmpty();
    }

    private static InstalledPackage one(String name) {
        return installed(name, builder(PackageType.NPM, name));
    }

    private static List<String> links(
            PackageType type, String requirement, InstalledPackage... others) {
        InstalledPackage asking =
                installed(
                        "asking",
                        builder(type, "asking").relations(List.of(requirement), List.of()));
        List<InstalledPackage> all = new java.util.ArrayList<>(List.of(others));
        all.add(asking);
        return DependencyLinks.linked(all).getLast().dependsOn();
    }

    private static PackageRecord.Builder builder(PackageType type, String name) {
        return PackageRecord.builder(type, name, "1");
    }

    private static InstalledPackage installed(String id, PackageRecord.Builder record) {
        return new InstalledPackage(
                id,
                record.build(),
                "pkg:x/" + id,
                List.of(),
                List.of(),
                Origin.UNKNOWN,
                Optional.empty());
    }
}
