package io.plimsoll.catalog.java;

import static io.plimsoll.catalog.java.TestArchive.found;
import static io.plimsoll.catalog.java.TestArchive.join;
import static io.plimsoll.catalog.java.TestArchive.pom;
import static io.plimsoll.catalog.java.TestArchive.read;
import static io.plimsoll.catalog.java.TestArchive.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.catalog.Catalog;
import io.plimsoll.model.Limit;
import io.plimsoll.model.Limits;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Archives made to cost much, to hide something or to mislead.
final class HostileArchiveTest {
    private static final String POM = "META-INF/maven/g/a/pom.properties";
    private static final int MIB = 1024 * 1024;

    @Test
    void twoMillionEntriesOverOneHeaderAreNotBelieved() throws Exception {
        TestArchive archive = new TestArchive().stored(POM, pom("g", "a", "1"));
        for (int i = 0; i < 2_000_000; i++) {
            archive.inDirectoryOnly("x/", 0, 0);
        }
        Catalog catalog = read(archive.bytes());
        assertThat(found(catalog)).containsExactly("g:a 1 pom-properties");
        assertThat(kinds(catalog)).containsExactly(ProblemKind.MALFORMED);
        assertThat(catalog.problems().getFirst().reason()).contains("overlap");
    }

    @Test
    void nestedArchivesThatShareTheirBytesAreReadOnce() throws Exception {
        byte[] inner = new TestArchive().stored("a/B.class", new byte[1000]).bytes();
        TestArchive archive = new TestArchive().stored("a.jar", inner);
        archive.inDirectoryOnly("b.jar", 0, inner.length).inDirectoryOnly("c.jar", 0, inner.length);
        Catalog catalog = read(archive.bytes());
        assertThat(catalog.packages()).hasSize(2);
        assertThat(kinds(catalog)).containsExactly(ProblemKind.MALFORMED);
        assertThat(catalog.problems().getFirst().reason()).contains("2 entries overlap");
    }

    @Test
    void aBombIsStoppedByItsRatio() throws Exception {
        byte[] inner = new TestArchive().deflated("x.jar", new byte[100 * MIB]).bytes();
        Catalog catalog = read(new TestArchive().deflated("y.jar", inner).bytes());
        assertThat(catalog.packages()).hasSize(2);
        assertThat(kinds(catalog)).containsExactly(ProblemKind.LIMIT);
        assertThat(catalog.problems().getFirst().path()).isEqualTo("/a/app.jar!/y.jar!/x.jar");
        assertThat(catalog.problems().getFirst().reason()).contains("--max-expansion-ratio");
    }

    @Test
    void aBombThatLiesAboutItsSizeIsStoppedThere() throws Exception {
        Catalog catalog = read(new TestArchive().lying("x.jar", new byte[50 * MIB], 1000).bytes());
        assertThat(kinds(catalog)).contains(ProblemKind.MALFORMED);
        assertThat(catalog.problems().getFirst().reason()).contains("more than its size, 1000");
    }

    @Test
    void whatIsInflatedAltogetherIsBounded() throws Exception {
        TestArchive archive = new TestArchive();
        for (int i = 0; i < 10; i++) {
            archive.deflated(i + ".jar", new TestArchive().stored("a/b", new byte[MIB]).bytes());
        }
        Limits limits = Limits.standard().with(Limit.NESTED_SIZE, 5 * MIB);
        Catalog catalog = read(archive.bytes(), limits);
        assertThat(catalog.packages()).hasSize(1 + 4);
        assertThat(kinds(catalog)).hasSize(6).containsOnly(ProblemKind.LIMIT);
    }

    @Test
    void whatIsHeldAtOnceIsBounded() throws Exception {
        byte[] inner = new TestArchive().stored("a/b", new byte[MIB]).bytes();
        byte[] outer = new TestArchive().deflated("inner.jar", inner).bytes();
        Limits limits = Limits.standard().with(Limit.MEMORY_FILE, MIB);
        Catalog catalog = read(new TestArchive().deflated("outer.jar", outer).bytes(), limits);
        assertThat(catalog.packages()).hasSize(2);
        assertThat(kinds(catalog)).containsExactly(ProblemKind.LIMIT);
        assertThat(catalog.problems().getFirst().reason()).contains("--max-memory-file");
    }

    @Test
    void storedArchivesNeedNoMemory() throws Exception {
        byte[] inner = new TestArchive().stored("a/b", new byte[MIB]).bytes();
        Limits limits =
                Limits.standard().with(Limit.MEMORY_FILE, 1000).with(Limit.NESTED_SIZE, 1000);
        Catalog catalog = read(new TestArchive().stored("inner.jar", inner).bytes(), limits);
        assertThat(catalog.packages()).hasSize(2);
        assertThat(catalog.problems()).isEmpty();
    }

    @Test
    void nestingIsBounded() throws Exception {
        byte[] bytes = new TestArchive().stored(POM, pom("g", "a", "1")).bytes();
        for (int i = 0; i < 12; i++) {
            bytes = new TestArchive().stored("n.jar", bytes).bytes();
        }
        Catalog catalog = read(bytes);
        assertThat(catalog.packages()).hasSize(9);
        assertThat(kinds(catalog)).containsExactly(ProblemKind.LIMIT);
    }

    @Test
    void entriesAndPackagesAreBounded() throws Exception {
        TestArchive archive = new TestArchive();
        for (int i = 0; i < 20; i++) {
            archive.stored("META-INF/maven/g/a" + i + "/pom.properties", pom("g", "a" + i, "1"));
        }
        Catalog few = read(archive.bytes(), Limits.standard().with(Limit.ENTRIES, 10));
        assertThat(few.packages()).hasSize(11);
        assertThat(kinds(few)).containsExactly(ProblemKind.LIMIT);
        Catalog some = read(archive.bytes(), Limits.standard().with(Limit.PACKAGES, 5));
        assertThat(some.packages()).hasSize(5);
        assertThat(kinds(some)).containsExactly(ProblemKind.LIMIT);
    }

    @Test
    void endlessNamesAreBounded() throws Exception {
        TestArchive archive = new TestArchive();
        String name = "n".repeat(60_000);
        for (int i = 0; i < 700; i++) {
            archive.stored(i + name + ".jar", new TestArchive().bytes());
        }
        Catalog catalog = read(archive.bytes());
        assertThat(catalog.packages()).hasSizeLessThan(600);
        assertThat(kinds(catalog)).containsExactly(ProblemKind.LIMIT);
    }

    @Test
    void anArchiveCutBehindOneInsideItIsNotTakenForThatOne() throws Exception {
        byte[] inner = new TestArchive().stored("b/c", new byte[10]).bytes();
        TestArchive archive =
                new TestArchive().stored(POM, pom("g", "a", "1")).stored("in.jar", inner);
        byte[] script = text("#!/bin/sh\n");
        byte[] cut = Arrays.copyOf(join(script, archive.bytes()), script.length + archive.length());
        Catalog catalog = read(cut);
        assertThat(found(catalog)).containsExactly("g:a 1 pom-properties", "in  file-name");
        assertThat(kinds(catalog)).containsExactly(ProblemKind.TRUNCATED);
    }

    @Test
    void aBrokenDirectoryIsReplacedByTheLocalHeaders() throws Exception {
        byte[] bytes = new TestArchive().stored(POM, pom("g", "a", "1")).bytes();
        int directory = bytes.length - 22 - 46 - POM.length();
        bytes[directory + 28] = 127;
        bytes[directory + 29] = 127;
        Catalog catalog = read(bytes);
        assertThat(found(catalog)).containsExactly("g:a 1 pom-properties");
        assertThat(catalog.problems().getFirst().reason()).startsWith("byte " + directory + ":");
    }

    @Test
    void anUnknownMethodAndAFalsePositionAreProblemsOfTheEntry() throws Exception {
        TestArchive archive =
                new TestArchive().method("a.jar", 93).stored("b/C.class", new byte[90]);
        Catalog catalog = read(archive.inDirectoryOnly("b.jar", 60, 10).bytes());
        assertThat(kinds(catalog)).containsExactly(ProblemKind.UNSUPPORTED, ProblemKind.MALFORMED);
        assertThat(catalog.problems().getFirst().path()).isEqualTo("/a/app.jar!/a.jar");
        assertThat(catalog.packages()).hasSize(1);
    }

    @Test
    void aWrongChecksumIsAProblemAndTheContentIsRead() throws Exception {
        TestArchive archive = new TestArchive().deflated(POM, pom("g", "a", "1"));
        byte[] bytes = archive.bytes();
        bytes[archive.length() + 16] ^= 1;
        Catalog catalog = read(bytes);
        assertThat(found(catalog)).containsExactly("g:a 1 pom-properties");
        assertThat(kinds(catalog)).containsExactly(ProblemKind.MISMATCH);
    }

    @Test
    void bytesBehindTheArchiveAreSaid() throws Exception {
        byte[] bytes = new TestArchive().stored(POM, pom("g", "a", "1")).bytes();
        Catalog catalog = read(join(bytes, new byte[100_000]));
        assertThat(found(catalog)).containsExactly("g:a 1 pom-properties");
        assertThat(catalog.problems()).hasSize(1);
    }

    private static List<ProblemKind> kinds(Catalog catalog) {
        return catalog.problems().stream().map(Problem::kind).toList();
    }
}
