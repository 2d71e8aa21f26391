package io.plimsoll.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.ObjectInputStream;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
    /// As many classes there were when the number was last raised: fewer would mean that the rules
    /// looked at nothing.
    private static final int AT_LEAST = 250;

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("io.plimsoll");

    @Test
    void allRoomsAreSeen() {
        Set<String> rooms =
                CLASSES.stream()
                        .map(each -> each.getPackageName().split("\\.", -1))
                        .filter(parts -> parts.length > 2)
                        .map(parts -> parts[2])
                        .collect(Collectors.toSet());
        assertThat(rooms)
                .contains(
                        "model",
                        "json",
                        "version",
                        "net",
                        "image",
                        "registry",
                        "daemon",
                        "catalog",
                        "advisory",
                        "match",
                        "report",
                        "policy",
                        "engine",
                        "feeds",
                        "delivery",
                        "dockerfile",
                        "base",
                        "sbom",
                        "attest",
                        "lint",
                        "checks",
                        "cli");
        assertThat(CLASSES.size()).isGreaterThan(AT_LEAST);
    }

    @Test
    void roomsKnowOnlyTheRoomsBelowThem() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("io.plimsoll..")
                .layer("cli")
                .definedBy("io.plimsoll.cli..")
                .layer("engine")
                .definedBy("io.plimsoll.engine..")
                .layer("report")
                .definedBy("io.plimsoll.report..")
                .layer("policy")
                .definedBy("io.plimsoll.policy..")
                .layer("net")
                .definedBy("io.plimsoll.net..")
                .layer("image")
                .definedBy("io.plimsoll.image..")
                .layer("registry")
                .definedBy("io.plimsoll.registry..")
                .layer("daemon")
                .definedBy("io.plimsoll.daemon..")
                .layer("catalog")
                .definedBy("io.plimsoll.catalog..")
                .layer("match")
                .definedBy("io.plimsoll.match..")
                .layer("dockerfile")
                .definedBy("io.plimsoll.dockerfile..")
                .layer("lint")
                .definedBy("io.plimsoll.lint..")
                .layer("checks")
                .definedBy("io.plimsoll.checks..")
                .layer("base")
                .definedBy("io.plimsoll.base..")
                .layer("sbom")
                .definedBy("io.plimsoll.sbom..")
                .layer("attest")
                .definedBy("io.plimsoll.attest..")
                .layer("feeds")
                .definedBy("io.plimsoll.feeds..")
                .layer("delivery")
                .definedBy("io.plimsoll.delivery..")
                .layer("advisory")
                .definedBy("io.plimsoll.advisory..")
                .layer("version")
                .definedBy("io.plimsoll.version..")
                .layer("json")
                .definedBy("io.plimsoll.json..")
                .layer("model")
                .definedBy("io.plimsoll.model..")
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("engine")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("report")
                .mayOnlyBeAccessedByLayers("cli", "engine")
                .whereLayer("policy")
                .mayOnlyBeAccessedByLayers("cli", "engine")
                .whereLayer("net")
                .mayOnlyBeAccessedByLayers(
                        "registry", "daemon", "delivery", "feeds", "attest", "cli")
                .whereLayer("image")
                .mayOnlyBeAccessedByLayers("daemon", "registry", "checks", "engine", "cli")
                .whereLayer("registry")
                .mayOnlyBeAccessedByLayers("engine", "cli", "delivery")
                .whereLayer("daemon")
                .mayOnlyBeAccessedByLayers("engine", "cli")
                .whereLayer("catalog")
                .mayOnlyBeAccessedByLayers("engine")
                .whereLayer("match")
                .mayOnlyBeAccessedByLayers("engine")
                .whereLayer("dockerfile")
                .mayOnlyBeAccessedByLayers("base", "lint", "engine", "cli")
                .whereLayer("lint")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("checks")
                .mayOnlyBeAccessedByLayers("engine")
                .whereLayer("base")
                .mayOnlyBeAccessedByLayers("engine", "cli")
                .whereLayer("sbom")
                .mayOnlyBeAccessedByLayers("engine")
                .whereLayer("attest")
                .mayOnlyBeAccessedByLayers("base", "sbom", "engine", "cli")
                .whereLayer("feeds")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("delivery")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("advisory")
                .mayOnlyBeAccessedByLayers("match", "base", "engine", "feeds", "delivery", "cli")
                .whereLayer("version")
                .mayOnlyBeAccessedByLayers("match", "advisory", "feeds", "catalog", "engine")
                .check(CLASSES);
    }

    @Test
    void theModelIsALeaf() {
        classes()
                .that()
                .resideInAPackage("io.plimsoll.model..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.plimsoll.model..",
                        "java..",
                        "org.jspecify..",
                        "com.google.errorprone.annotations..")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.plimsoll.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyTheCommandLinePrintsOrExits() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.plimsoll.cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .check(CLASSES);
    }

    @Test
    void theClockIsHandedIn() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.plimsoll.cli..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }

    /// A credential helper is a program that the user's own configuration names.
    @Test
    void nothingIsExecutedOrDeserialized() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.plimsoll.registry.CredentialHelper")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ProcessBuilder.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ObjectInputStream.class)
                .orShould()
                .callMethod(Runtime.class, "exec", String[].class)
                .check(CLASSES);
    }

    @Test
    void catalogersKnowNoFileSystemNetworkOrClock() {
        noClasses()
                .that()
                .resideInAPackage("io.plimsoll.catalog..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net..", "java.nio.file..", "java.nio.channels..", "java.time..")
                .check(CLASSES);
    }

    @Test
    void onlyFeedsRegistriesAndEnginesOpenConnections() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.plimsoll.daemon..", "io.plimsoll.registry", "io.plimsoll.feeds..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Socket.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(SocketChannel.class)
                .check(CLASSES);
    }

    @Test
    void onlyTheNetsRoomAndThoseWhoConnectKnowTls() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.plimsoll.net", "io.plimsoll.daemon..", "io.plimsoll.registry")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.net..")
                .check(CLASSES);
    }

    @Test
    void theRegistryClientKnowsNoImage() {
        noClasses()
                .that()
                .resideInAPackage("io.plimsoll.registry")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.plimsoll.image..", "io.plimsoll.registry.source..")
                .check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        List<String> unmarked =
                CLASSES.stream()
                        .map(each -> each.getPackage())
                        .distinct()
                        .filter(each -> !each.isAnnotatedWith(NullMarked.class))
                        .map(each -> each.getName())
                        .sorted()
                        .toList();
        assertThat(unmarked).isEmpty();
    }
}
