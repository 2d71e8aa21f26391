package io.plimsoll.engine;

import io.plimsoll.attest.signature.SignatureCheck;
import io.plimsoll.attest.signature.TrustedKey;
import io.plimsoll.base.catalogue.ImageName;
import io.plimsoll.base.index.BaseIndex;
import io.plimsoll.base.index.IndexedImage;
import io.plimsoll.model.Digest;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.TargetDescription;
import io.plimsoll.model.TargetDescription.LayerSummary;
import io.plimsoll.report.ReportFormat;
import io.plimsoll.report.ReportFormats;
import io.plimsoll.report.View;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Adds images to the index of base images.
public final class BaseIndexer {
    /// Kinds of targets whose reference is a path and no name.
    private static final Set<String> FILES =
            Set.of("dir", "docker-archive", "oci-archive", "oci-dir");

    private final ScanOptions options;
    private final Progress progress;

    /// @param options with the folder of the index
    public BaseIndexer(ScanOptions options, Progress progress) {
        this.options = options;
        this.progress = progress;
    }

    /// Reads an image and adds it.
    ///
    /// @param names by which Dockerfiles take it; where there are none those that the image goes by
    /// @param families of images that may replace one another
    /// @param keys of which one must have signed it; none to ask for no signature
    /// @throws IllegalArgumentException if it has no name or no layers
    /// @throws IOException if it cannot be read as a whole, is not signed, or the index cannot be written
    public IndexedImage add(
            Target target, List<String> names, List<String> families, List<TrustedKey> keys)
            throws IOException, InterruptedException {
        Optional<String> signer =
                keys.isEmpty() ? Optional.empty() : Optional.of(signer(target, keys));
        ScannedTarget read = new Scanner(options, progress).read(target);
        if (!read.complete()) {
            throw new IOException(
                    "a part of '"
                            + target.reference()
                            + "' could not be read, so that it is not indexed: `plimsoll scan` says"
                            + " which");
        }
        TargetDescription image = read.description();
        IndexedImage entry = entry(read, names(image, target, names), families, signer);
        ScanReport report = Scanner.unjudged(read, options.today(), options.toolVersion());
        ReportFormat json = ReportFormats.of("json").orElseThrow();
        BaseIndex index = new BaseRecognition(options, progress).index();
        return index.add(entry, out -> json.write(report, View.EVERYTHING, out));
    }

    /// The key that has signed an image.
    ///
    /// @throws IOException if none has
    private String signer(Target target, List<TrustedKey> keys)
            throws IOException, InterruptedException {
        return switch (ImageSignatures.check(target, keys, options, progress)) {
            case SignatureCheck.Signed signed -> signed.key();
            case SignatureCheck.NotSigned none -> throw unsigned(target, "it is not signed");
            case SignatureCheck.Invalid invalid -> throw unsigned(target, invalid.why());
            case SignatureCheck.NotChecked unknown -> throw unsigned(target, unknown.why());
        };
    }

    private static IOException unsigned(Target target, String why) {
        return new IOException("'" + target.reference() + "' is not indexed: " + why);
    }

    private IndexedImage entry(
            ScannedTarget read,
            List<String> names,
            List<String> families,
            Optional<String> signer) {
        TargetDescription image = read.description();
        return new IndexedImage(
                names,
                families,
                image.imageId(),
                image.digests(),
                image.platform(),
                image.created(),
                image.size(),
                image.layers().stream().flatMap(each -> each.diffId().stream()).toList(),
                image.layers().stream().map(LayerSummary::createdBy).toList(),
                read.inventory().distribution(),
                read.inventory().packages().size(),
                options.today(),
                signer);
    }

    /// What is named; else what an archive calls the image, and of other places the name by which they have it.
    private static List<String> names(TargetDescription image, Target target, List<String> names) {
        boolean isId = Digest.tryParse(target.reference()).isPresent();
        List<String> usual =
                FILES.contains(image.kind()) || isId ? image.tags() : List.of(target.reference());
        List<String> found = names.isEmpty() ? usual : names;
        if (found.isEmpty()) {
            throw new IllegalArgumentException(
                    "'" + target.reference() + "' has no name: --as NAME gives it one");
        }
        return found.stream().map(ImageName::parse).map(ImageName::toString).distinct().toList();
    }
}
