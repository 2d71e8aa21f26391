package io.plimsoll.advisory;

import io.plimsoll.model.Score;
import io.plimsoll.model.VersionRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The bytes of advisories and of what they say about packages, inside a segment. The layout stands
/// in `docs/advisory-store.md`.
final class AdvisoryCodec {
    private static final int WITHDRAWN = 1;
    private static final int DERIVED = 1;

    /// CVSS base scores have one decimal.
    private static final int SCORE_STEPS = 10;

    private final Dictionary dictionary;

    AdvisoryCodec(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    void write(Advisory advisory, ByteWriter writer) {
        IdCodec.write(advisory.id(), writer);
        writeIds(advisory.aliases(), writer);
        writeIds(advisory.upstream(), writer);
        writeDate(advisory.published(), writer);
        writeDate(advisory.modified(), writer);
        writer.writeVarint(advisory.withdrawn() ? WITHDRAWN : 0);
        writeShared(advisory.severityWord(), writer);
        writeScores(advisory.scores(), dictionary, writer);
        writer.writeVarint(advisory.cwes().size());
        advisory.cwes().forEach(writer::writeVarint);
        writeShared(advisory.source(), writer);
        writeShared(advisory.license(), writer);
        writer.writeText(advisory.url());
        writer.writeText(advisory.summary());
    }

    Advisory read(ByteReader reader) {
        return new Advisory(
                IdCodec.read(reader),
                readList(reader, IdCodec::read),
                readList(reader, IdCodec::read),
                readDate(reader),
                readDate(reader),
                reader.readVarint() == WITHDRAWN,
                readShared(reader),
                readScores(reader, dictionary),
                readList(reader, ByteReader::readCount),
                readShared(reader),
                readShared(reader),
                reader.readText(),
                reader.readText());
    }

    void write(Affected affected, ByteWriter writer) {
        writer.writeVarint(affected.advisory());
        writer.writeVarint(affected.derived() ? DERIVED : 0);
        writer.writeVarint(affected.ranges().size());
        for (VersionRange range : affected.ranges()) {
            writer.writeVarint(range.events().size());
            for (VersionRange.Event event : range.events()) {
                writer.writeVarint(codeOf(event.kind()));
                writer.writeText(event.version());
            }
        }
        writer.writeVarint(affected.versions().size());
        affected.versions().forEach(writer::writeText);
        writeShared(affected.status(), writer);
        writeShared(affected.module(), writer);
        writeShared(affected.note(), writer);
    }

    Affected readAffected(ByteReader reader) {
        int advisory = reader.readCount();
        boolean derived = reader.readVarint() == DERIVED;
        return new Affected(
                advisory,
                readList(reader, each -> new VersionRange(readList(each, this::readEvent))),
                readList(reader, ByteReader::readText),
                readShared(reader),
                readShared(reader),
                readShared(reader),
                derived);
    }

    private VersionRange.Event readEvent(ByteReader reader) {
        return new VersionRange.Event(kindOf(reader.readCount()), reader.readText());
    }

    private static int codeOf(VersionRange.Kind kind) {
        return switch (kind) {
            case INTRODUCED -> 0;
            case FIXED -> 1;
            case LAST_AFFECTED -> 2;
            case LIMIT -> 3;
        };
    }

    private static VersionRange.Kind kindOf(int code) {
        return switch (code) {
            case 0 -> VersionRange.Kind.INTRODUCED;
            case 1 -> VersionRange.Kind.FIXED;
            case 2 -> VersionRange.Kind.LAST_AFFECTED;
            case 3 -> VersionRange.Kind.LIMIT;
            default -> throw new MalformedSegmentException("unknown event kind " + code);
        };
    }

    private void writeShared(String text, ByteWriter writer) {
        writer.writeVarint(dictionary.numberOf(text));
    }

    private String readShared(ByteReader reader) {
        return dictionary.text(reader.readCount());
    }

    static void writeScores(List<Score> scores, Dictionary dictionary, ByteWriter writer) {
        writer.writeVarint(scores.size());
        for (Score score : scores) {
            writer.writeVarint(dictionary.numberOf(score.source()));
            writer.writeVarint(dictionary.numberOf(score.vector()));
            writer.writeVarint(Math.round(score.value() * SCORE_STEPS));
        }
    }

    static List<Score> readScores(ByteReader reader, Dictionary dictionary) {
        return readList(
                reader,
                each ->
                        new Score(
                                dictionary.text(each.readCount()),
                                dictionary.text(each.readCount()),
                                (double) each.readVarint() / SCORE_STEPS));
    }

    private static void writeIds(List<String> ids, ByteWriter writer) {
        writer.writeVarint(ids.size());
        ids.forEach(id -> IdCodec.write(id, writer));
    }

    /// Days since 1970 plus one; zero for no date.
    static void writeDate(Optional<LocalDate> date, ByteWriter writer) {
        writer.writeVarint(date.map(day -> Math.max(0, day.toEpochDay()) + 1).orElse(0L));
    }

    static Optional<LocalDate> readDate(ByteReader reader) {
        int value = reader.readCount();
        return value == 0 ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(value - 1));
    }

    private static <T> List<T> readList(ByteReader reader, Function<ByteReader, T> one) {
        int count = reader.readCount();
        List<T> all = new ArrayList<>(Math.min(count, 1024));
        for (int i = 0; i < count; i++) {
            all.add(one.apply(reader));
        }
        return all;
    }
}
