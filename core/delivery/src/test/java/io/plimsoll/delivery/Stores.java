package io.plimsoll.delivery;

import io.plimsoll.advisory.FactSegmentWriter;
import io.plimsoll.advisory.SegmentInfo;
import io.plimsoll.advisory.StoreIndex;
import io.plimsoll.advisory.StoreWriter;
import io.plimsoll.model.Epss;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Makes small stores of several versions, keys, and signatures.
final class Stores {
    static final String MARK = "CVE-2021-44228";
    private static final Instant FIRST = Instant.parse("2026-11-20T00:00:00Z");
    private static final int SCORES = 4_000;

    private Stores() {}

    /// The store of a day, from 0: `epss` has {@link #MARK} with a hundredth of the day, `kev` so
    /// many days after the first of December, `eol` never changes.
    static StoreIndex write(Path folder, int day) throws IOException {
        StoreWriter writer = new StoreWriter(folder);
        Random random = new Random(1);
        Map<String, Epss> scores = new HashMap<>();
        for (int i = 0; i < SCORES; i++) {
            scores.put("CVE-2001-" + i, new Epss(random.nextInt(100_000) / 1e5, 0.5));
        }
        for (int i = 0; i < 20 * day; i++) {
            scores.put("CVE-2002-" + i, new Epss(i / 1e5, 0.25));
        }
        scores.put(MARK, new Epss(day / 100.0, 0.5));
        List<SegmentInfo> segments = new ArrayList<>();
        segments.add(info("epss", SegmentInfo.Kind.EPSS, writer, FactSegmentWriter.epss(scores)));
        byte[] kev = FactSegmentWriter.kev(Map.of(MARK, LocalDate.of(2021, 12, 1).plusDays(day)));
        segments.add(info("kev", SegmentInfo.Kind.KEV, writer, kev));
        byte[] facts = FactSegmentWriter.eol(Map.of());
        segments.add(info("eol", SegmentInfo.Kind.EOL, writer, facts));
        StoreIndex index = new StoreIndex(FIRST.plusSeconds(86_400L * day), segments);
        writer.writeIndex(index);
        return index;
    }

    /// The store of a day over the one of the day before, with patches, signed.
    static StoreIndex publish(Path folder, int day, SigningKey key) throws IOException {
        Optional<StorePatches> patches =
                Files.exists(folder.resolve(StoreIndex.FILE_NAME))
                        ? Optional.of(new StorePatches(folder))
                        : Optional.empty();
        StoreIndex index = write(folder, day);
        if (patches.isPresent()) {
            index = patches.get().addTo(index, folder);
        }
        sign(folder, index.toBytes(), key);
        return index;
    }

    static void sign(Path folder, byte[] index, SigningKey key) throws IOException {
        new StoreWriter(folder).writeIndex(index, Optional.of(key.sign(index)));
    }

    private static SegmentInfo info(
            String name, SegmentInfo.Kind kind, StoreWriter writer, byte[] bytes)
            throws IOException {
        return new SegmentInfo(
                name,
                kind,
                "",
                writer.writeSegment(bytes),
                bytes.length,
                1,
                0,
                Optional.of(LocalDate.of(2026, 11, 20)),
                List.of("test"),
                "CC0-1.0");
    }

    /// Writes `NAME.pem` and `NAME.pub` as openssl does.
    static SigningKey key(Path folder, String name) throws IOException {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            // Without the public key in it, which the JDK does not write and openssl neither.
            pem(folder.resolve(name + ".pem"), "PRIVATE KEY", pair.getPrivate().getEncoded());
            pem(folder.resolve(name + ".pub"), "PUBLIC KEY", pair.getPublic().getEncoded());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
        return SigningKey.read(folder.resolve(name + ".pem"));
    }

    private static void pem(Path file, String label, byte[] bytes) throws IOException {
        String text =
                "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                        .formatted(label, Base64.getMimeEncoder().encodeToString(bytes), label);
        Files.writeString(file, text, StandardCharsets.US_ASCII);
    }
}
