package io.plimsoll.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ElfReaderTest {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    @Test
    void aProgramNamesItsLoaderAndItsLibraries() throws IOException {
        NativeProgram java = read(Files.readAllBytes(JAVA)).orElseThrow();
        assertThat(java.interpreter()).contains("/ld-");
        assertThat(java.needed()).anyMatch(each -> each.startsWith("libc."));
        assertThat(java.runPaths()).anyMatch(each -> each.contains("$ORIGIN"));
        assertThat(java.isStatic()).isFalse();
    }

    @Test
    void aProgramWithoutDynamicPartIsStatic() throws IOException {
        byte[] header = new byte[128];
        header[0] = 0x7f;
        header[1] = 'E';
        header[2] = 'L';
        header[3] = 'F';
        header[4] = 2;
        header[5] = 1;
        assertThat(read(header).orElseThrow().isStatic()).isTrue();
    }

    @Test
    void whatIsNoProgramIsNone() throws IOException {
        assertThat(read(new byte[0])).isEmpty();
        assertThat(read(new byte[200])).isEmpty();
    }

    @Test
    void damagedProgramsNeverThrow() throws IOException {
        byte[] program = Files.readAllBytes(JAVA);
        Random random = new Random(3);
        for (int i = 0; i < 2000; i++) {
            byte[] copy = Arrays.copyOf(program, 1 + random.nextInt(program.length));
            for (int j = 0; j < 20; j++) {
                copy[Math.min(copy.length - 1, 4 + random.nextInt(1200))] = (byte) random.nextInt();
            }
            assertThat(read(copy)).isNotNull();
        }
    }

    private static Optional<NativeProgram> read(byte[] bytes) throws IOException {
        return ElfReader.read(new ByteArrayInputStream(bytes));
    }
}
