package io.plimsoll.engine;

import io.plimsoll.attest.AttestationFormatException;
import io.plimsoll.attest.Statement;
import io.plimsoll.attest.provenance.Provenance;
import io.plimsoll.attest.provenance.ProvenanceReader;
import io.plimsoll.base.BuiltImage;
import io.plimsoll.base.HistoryEntry;
import io.plimsoll.base.ProvenanceBase;
import io.plimsoll.image.Attachment;
import io.plimsoll.image.Image;
import io.plimsoll.image.ImageConfig;
import io.plimsoll.image.ImageFormatException;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Limits;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the builder of an image states of its making, where the image's own index has it.
///
/// @param provenance the first that is about the image; empty where there is none
/// @param problems statements that could not be used
public record ImageProvenance(Optional<Provenance> provenance, List<Problem> problems) {
    /// Where the type of a predicate stands: BuildKit's annotation, and two of cosign's.
    private static final List<String> PREDICATES =
            List.of(
                    "in-toto.io/predicate-type",
                    "predicateType",
                    "dev.sigstore.bundle.predicateType");

    /// Statements of others that are read.
    private static final int MOST = 20;

    private static final String COMPONENT = "provenance";

    private static final ImageProvenance NONE = new ImageProvenance(Optional.empty(), List.of());

    public ImageProvenance {
        problems = List.copyOf(problems);
    }

    /// Reads what the image's own index has. Where it lists no attestation of the image nothing is read, and no registry
    /// asked. What is listed and does not come, or is broken, is a problem: copies of an image often
    /// lack it.
    ///
    /// @param image not closed yet
    /// @throws InterruptedIOException if the thread was interrupted
    public static ImageProvenance of(Image image, Limits limits) throws InterruptedIOException {
        List<Attachment> listed;
        try {
            listed = image.attachments().attestations();
        } catch (InterruptedIOException interrupted) {
            throw interrupted;
        } catch (IOException missing) {
            return new ImageProvenance(Optional.empty(), List.of(unreadable(missing)));
        }
        return listed.isEmpty() ? NONE : first(listed, image, limits);
    }

    /// Reads what the image's own index has, else what others attached to the image. A registry is asked
    /// for that, whether there is any or not. No signature is checked.
    ///
    /// @param image not closed yet
    /// @throws InterruptedIOException if the thread was interrupted
    /// @throws IOException if the registry does not answer
    public static ImageProvenance ofAnybody(Image image, Limits limits) throws IOException {
        ImageProvenance own = of(image, limits);
        return own.provenance().isPresent()
                ? own
                : first(image.attachments().statements(), image, limits);
    }

    private static ImageProvenance first(List<Attachment> from, Image image, Limits limits)
            throws InterruptedIOException {
        List<Problem> problems = new ArrayList<>();
        List<Attachment> provenances =
                from.stream().filter(ImageProvenance::mayBeProvenance).limit(MOST).toList();
        for (Attachment each : provenances) {
            Optional<Provenance> read = read(each, image, limits, problems);
            if (read.isPresent()) {
                return new ImageProvenance(read, problems);
            }
        }
        return new ImageProvenance(Optional.empty(), problems);
    }

    /// What it tells of the image's base.
    public Optional<ProvenanceBase> base(Image image) {
        return provenance.map(each -> ProvenanceBase.of(each, built(image)));
    }

    /// What does not say what it is may be anything.
    private static boolean mayBeProvenance(Attachment attachment) {
        for (String each : PREDICATES) {
            String type = attachment.annotations().getOrDefault(each, "");
            if (!type.isEmpty()) {
                return ProvenanceReader.reads(type);
            }
        }
        return true;
    }

    private static Optional<Provenance> read(
            Attachment attachment, Image image, Limits limits, List<Problem> problems)
            throws InterruptedIOException {
        try {
            Statement statement = Statement.read(attachment.content().bytes(), limits);
            if (!ProvenanceReader.reads(statement.predicateType())) {
                return Optional.empty();
            }
            List<Digest> digests = image.attachments().digests();
            if (statement.subjects().stream().anyMatch(digests::contains)) {
                return Optional.of(ProvenanceReader.read(statement));
            }
            problems.add(
                    problem(
                            ProblemKind.MISMATCH,
                            "the provenance of the image is about another image"));
        } catch (AttestationFormatException broken) {
            problems.add(
                    problem(
                            ProblemKind.MALFORMED,
                            "the provenance of the image " + broken.getMessage()));
        } catch (InterruptedIOException interrupted) {
            throw interrupted;
        } catch (IOException unreadable) {
            problems.add(unreadable(unreadable));
        }
        return Optional.empty();
    }

    private static Problem unreadable(IOException why) {
        boolean malformed = why instanceof ImageFormatException;
        return problem(
                malformed ? ProblemKind.MALFORMED : ProblemKind.UNREADABLE,
                "the provenance of the image cannot be read: " + why.getMessage());
    }

    private static Problem problem(ProblemKind kind, String reason) {
        return Problem.of("", COMPONENT, kind, reason);
    }

    private static BuiltImage built(Image image) {
        List<ImageConfig.History> history = image.description().config().history();
        Optional<ImageConfig.History> oldest =
                history.stream().filter(each -> !each.emptyLayer()).findFirst();
        return new BuiltImage(
                image.description().platform(),
                history.stream()
                        .map(each -> new HistoryEntry(each.createdBy(), each.emptyLayer()))
                        .toList(),
                image.layers().size(),
                oldest.map(each ->
                        new BuiltImage.Oldest(each.createdBy(), each.comment(), each.created())));
    }
}
