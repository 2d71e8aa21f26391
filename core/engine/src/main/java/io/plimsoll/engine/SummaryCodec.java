package io.plimsoll.engine;

import io.plimsoll.model.Severity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// The bytes of a summary in the cache.
final class SummaryCodec {
    /// Part of the cache's key: grows with each change of the layout.
    static final int VERSION = 1;

    private static final Severity[] SEVERITIES = Severity.values();

    private SummaryCodec() {}

    static byte[] encode(ImageSummary summary) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF(summary.system());
        out.writeUTF(summary.base());
        for (Severity severity : SEVERITIES) {
            out.writeInt(summary.count(severity));
        }
        out.writeInt(summary.fixable());
        out.writeInt(summary.exploited());
        out.writeInt(summary.packages());
        out.writeInt(summary.notAssessed());
        out.writeUTF(summary.worst());
        out.writeBoolean(summary.endOfLife());
        out.writeUTF(summary.oldestData().map(LocalDate::toString).orElse(""));
        return bytes.toByteArray();
    }

    /// @throws IOException if the bytes are damaged
    static ImageSummary decode(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        String system = in.readUTF();
        String base = in.readUTF();
        Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        for (Severity severity : SEVERITIES) {
            int count = in.readInt();
            if (count > 0) {
                counts.put(severity, count);
            }
        }
        return new ImageSummary(
                system,
                base,
                counts,
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readUTF(),
                in.readBoolean(),
                date(in.readUTF()));
    }

    private static Optional<LocalDate> date(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }
}
