package io.plimsoll.testkit;

import io.airlift.compress.v3.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/// How a blob is compressed.
public enum BlobCompression {
    NONE(""),
    GZIP("+gzip"),
    ZSTD("+zstd"),
    XZ("+xz"),
    BZIP2("+bzip2");

    private final String suffix;

    BlobCompression(String suffix) {
        this.suffix = suffix;
    }

    /// The media type of a layer in OCI images; the spec knows gzip and zstd only.
    public String layerMediaType() {
        return "application/vnd.oci.image.layer.v1.tar" + suffix;
    }

    public byte[] compress(byte[] plain) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream stream = open(compressed)) {
            stream.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return compressed.toByteArray();
    }

    private OutputStream open(OutputStream target) throws IOException {
        return switch (this) {
            case NONE -> target;
            case GZIP -> new GZIPOutputStream(target);
            case ZSTD -> new ZstdOutputStream(target);
            case XZ -> new XZOutputStream(target, new LZMA2Options(0));
            case BZIP2 -> new BZip2CompressorOutputStream(target);
        };
    }
}
