package io.plimsoll.engine;

import io.plimsoll.model.Evidence;
import io.plimsoll.model.IdentifiedBy;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.Relations;
import io.plimsoll.model.SourcePackage;
import java.io.IOException;

/// The bytes of a package record in the cache.
final class PackageCodec {
    private PackageCodec() {}

    static void write(PackageRecord record, RecordWriter out) throws IOException {
        out.text(record.type().purlType());
        out.text(record.namespace());
        out.text(record.name());
        out.text(record.version());
        out.optional(
                record.source(),
                source -> {
                    out.text(source.name());
                    out.text(source.version());
                });
        out.text(record.architecture());
        out.text(record.module());
        out.list(record.licenses(), out::text);
        out.list(record.relations().requires(), out::text);
        out.list(record.relations().provides(), out::text);
        out.text(record.evidence().path());
        out.text(record.evidence().identifiedBy().name());
        out.text(record.evidence().detail());
    }

    static PackageRecord read(RecordReader in) throws IOException {
        return new PackageRecord(
                LayerCodec.type(in.text()),
                in.text(),
                in.text(),
                in.text(),
                in.optional(() -> new SourcePackage(in.text(), in.text())),
                in.text(),
                in.text(),
                in.list(in::text),
                new Relations(in.list(in::text), in.list(in::text)),
                new Evidence(in.text(), IdentifiedBy.valueOf(in.text()), in.text()));
    }
}
