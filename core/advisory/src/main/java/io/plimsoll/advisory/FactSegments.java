package io.plimsoll.advisory;

import io.plimsoll.model.Epss;
import io.plimsoll.model.Score;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Look-ups in the segments that {@link FactSegmentWriter} writes.
final class FactSegments {
    private FactSegments() {}

    static Optional<VulnerabilityFacts> vulnerability(
            Table table, Dictionary dictionary, String id) {
        return table.find(IdCodec.encode(id)).map(reader -> readFacts(reader, dictionary));
    }

    static Optional<Epss> epss(Table table, String id) {
        return table.find(IdCodec.encode(id)).map(reader -> new Epss(steps(reader), steps(reader)));
    }

    static Optional<LocalDate> kev(Table table, String id) {
        return table.find(IdCodec.encode(id)).flatMap(AdvisoryCodec::readDate);
    }

    static List<ReleaseCycle> cycles(Table table, String product) {
        return table.find(product.getBytes(StandardCharsets.UTF_8))
                .map(FactSegments::readCycles)
                .orElse(List.of());
    }

    private static double steps(ByteReader reader) {
        return (double) reader.readVarint() / FactSegmentWriter.EPSS_STEPS;
    }

    private static VulnerabilityFacts readFacts(ByteReader reader, Dictionary dictionary) {
        List<Score> scores = AdvisoryCodec.readScores(reader, dictionary);
        int cweCount = reader.readCount();
        List<Integer> cwes = new ArrayList<>();
        for (int i = 0; i < cweCount; i++) {
            cwes.add(reader.readCount());
        }
        return new VulnerabilityFacts(
                scores, cwes, AdvisoryCodec.readDate(reader), AdvisoryCodec.readDate(reader));
    }

    private static List<ReleaseCycle> readCycles(ByteReader reader) {
        int count = reader.readCount();
        List<ReleaseCycle> cycles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cycles.add(
                    new ReleaseCycle(
                            reader.readText(),
                            reader.readText(),
                            AdvisoryCodec.readDate(reader),
                            reader.readVarint() == 1,
                            AdvisoryCodec.readDate(reader),
                            reader.readText()));
        }
        return cycles;
    }

    static List<OfficialImage> images(Table table, String name) {
        return table.find(name.getBytes(StandardCharsets.UTF_8))
                .map(FactSegments::readImages)
                .orElse(List.of());
    }

    private static List<OfficialImage> readImages(ByteReader reader) {
        int count = reader.readCount();
        List<OfficialImage> builds = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            builds.add(
                    new OfficialImage(
                            words(reader.readText()),
                            words(reader.readText()),
                            words(reader.readText()),
                            reader.readText(),
                            reader.readText()));
        }
        return builds;
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
    }
}
