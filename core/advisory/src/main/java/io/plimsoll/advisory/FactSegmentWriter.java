package io.plimsoll.advisory;

import io.plimsoll.model.Epss;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Builds the bytes of the segments that hold facts about vulnerabilities and products.
public final class FactSegmentWriter {
    /// EPSS publishes five decimals.
    static final int EPSS_STEPS = 100_000;

    private FactSegmentWriter() {}

    /// A segment of scores, weaknesses and dates.
    public static byte[] vulnerabilities(Map<String, VulnerabilityFacts> facts) {
        Dictionary dictionary = new Dictionary();
        TableWriter table = new TableWriter();
        byId(facts)
                .forEach((key, value) -> {
                    ByteWriter writer = new ByteWriter();
                    write(value, dictionary, writer);
                    table.add(key, writer.toByteArray());
                });
        ByteWriter segment = SegmentFile.begin(2);
        dictionary.appendTo(segment);
        table.appendTo(segment);
        return segment.toByteArray();
    }

    /// A segment of EPSS scores.
    public static byte[] epss(Map<String, Epss> scores) {
        TableWriter table = new TableWriter();
        byId(scores)
                .forEach((key, value) -> {
                    ByteWriter writer = new ByteWriter();
                    writer.writeVarint(Math.round(value.score() * EPSS_STEPS));
                    writer.writeVarint(Math.round(value.percentile() * EPSS_STEPS));
                    table.add(key, writer.toByteArray());
                });
        return single(table);
    }

    /// A segment of the days on which vulnerabilities became known as exploited.
    public static byte[] kev(Map<String, LocalDate> dates) {
        TableWriter table = new TableWriter();
        byId(dates)
                .forEach((key, value) -> {
                    ByteWriter writer = new ByteWriter();
                    AdvisoryCodec.writeDate(Optional.of(value), writer);
                    table.add(key, writer.toByteArray());
                });
        return single(table);
    }

    /// A segment of release cycles by product, newest first as the source has them.
    public static byte[] eol(Map<String, List<ReleaseCycle>> products) {
        TableWriter table = new TableWriter();
        Map<String, List<ReleaseCycle>> sorted = new TreeMap<>(SegmentKeys.ORDER);
        sorted.putAll(products);
        sorted.forEach((product, cycles) -> {
            ByteWriter writer = new ByteWriter();
            writer.writeVarint(cycles.size());
            cycles.forEach(cycle -> write(cycle, writer));
            table.add(product.getBytes(StandardCharsets.UTF_8), writer.toByteArray());
        });
        return single(table);
    }

    /// A segment of official images by name, their builds in the order of the source.
    public static byte[] images(Map<String, List<OfficialImage>> images) {
        TableWriter table = new TableWriter();
        Map<String, List<OfficialImage>> sorted = new TreeMap<>(SegmentKeys.ORDER);
        sorted.putAll(images);
        sorted.forEach((name, builds) -> {
            ByteWriter writer = new ByteWriter();
            writer.writeVarint(builds.size());
            builds.forEach(build -> write(build, writer));
            table.add(name.getBytes(StandardCharsets.UTF_8), writer.toByteArray());
        });
        return single(table);
    }

    private static byte[] single(TableWriter table) {
        ByteWriter segment = SegmentFile.begin(1);
        table.appendTo(segment);
        return segment.toByteArray();
    }

    private static <T> Map<byte[], T> byId(Map<String, T> values) {
        Map<byte[], T> sorted = new TreeMap<>(Arrays::compareUnsigned);
        values.forEach((id, value) -> sorted.put(IdCodec.encode(id), value));
        return sorted;
    }

    private static void write(VulnerabilityFacts facts, Dictionary dictionary, ByteWriter writer) {
        AdvisoryCodec.writeScores(facts.scores(), dictionary, writer);
        writer.writeVarint(facts.cwes().size());
        facts.cwes().forEach(writer::writeVarint);
        AdvisoryCodec.writeDate(facts.published(), writer);
        AdvisoryCodec.writeDate(facts.modified(), writer);
    }

    private static void write(ReleaseCycle cycle, ByteWriter writer) {
        writer.writeText(cycle.cycle());
        writer.writeText(cycle.codename());
        AdvisoryCodec.writeDate(cycle.endOfLife(), writer);
        writer.writeVarint(cycle.ended() ? 1 : 0);
        AdvisoryCodec.writeDate(cycle.extended(), writer);
        writer.writeText(cycle.latest());
    }

    private static void write(OfficialImage build, ByteWriter writer) {
        writer.writeText(String.join(" ", build.tags()));
        writer.writeText(String.join(" ", build.sharedTags()));
        writer.writeText(String.join(" ", build.architectures()));
        writer.writeText(build.from());
        writer.writeText(build.system());
    }
}
