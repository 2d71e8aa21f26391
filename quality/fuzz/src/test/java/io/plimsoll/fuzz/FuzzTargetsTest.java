package io.plimsoll.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs each target over its seeds, over what once broke it, and over damaged seeds, the same ones
/// every time. `make fuzz` looks for new inputs.
final class FuzzTargetsTest {
    private static final int DAMAGED = 60;
    private static final long SEED = 41;

    static Set<String> targets() {
        return FuzzTargets.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void holdsForSeedsAndForWhatOnceBrokeIt(String target) throws Exception {
        Map<String, byte[]> seeds = Seeds.of(target);
        assertThat(seeds).as("seeds of " + target).isNotEmpty();
        run(target, seeds);
        run(target, Seeds.kept(target));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void holdsForDamagedSeeds(String target) throws Exception {
        Random random = new Random(SEED);
        byte[][] seeds = Seeds.of(target).values().toArray(byte[][]::new);
        for (int i = 0; i < DAMAGED; i++) {
            byte[] damaged = damage(seeds[random.nextInt(seeds.length)], random);
            run(target, Map.of("damaged seed " + i, damaged));
        }
    }

    @Test
    void whatIsKeptBelongsToATarget() throws IOException {
        assertThat(targets()).containsAll(Seeds.keptTargets());
    }

    private static void run(String name, Map<String, byte[]> inputs) {
        inputs.forEach((input, bytes) -> {
            try {
                FuzzTargets.of(name).run(bytes);
            } catch (Exception | StackOverflowError | AssertionError broken) {
                throw new AssertionError(name + " fails on " + input, broken);
            }
        });
    }

    /// Flips, cuts, doubles or overwrites some bytes.
    private static byte[] damage(byte[] seed, Random random) {
        if (seed.length == 0) {
            return seed;
        }
        byte[] damaged = seed.clone();
        int changes = 1 + random.nextInt(8);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(damaged.length);
            switch (random.nextInt(4)) {
                case 0 -> damaged[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> damaged[at] = (byte) (random.nextBoolean() ? 0xff : 0x7f);
                case 2 -> damaged[at] = (byte) random.nextInt(256);
                default -> damaged = Arrays.copyOf(damaged, Math.max(1, at));
            }
        }
        return damaged;
    }
}
