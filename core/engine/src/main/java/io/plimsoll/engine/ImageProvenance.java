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
    private static final String PREDICATE = "in-toto.io/predicate-type";
    private static final String COMPONENT = "provenance";

    public ImageProvenance {
        problems = List.copyOf(problems);
    }

    /// Reads it. Where the index lists no attestation of the image nothing is read, and no registry
    /// asked. What is listed and does not come, or is broken, is a problem: copies of an image often
    /// lack it.
    ///
    /// @param image not closed yet
    /// @throws InterruptedIOException if the thread was interrupted
    public static ImageProvenance of(Image image, Limits limits) throws InterruptedIOException {
        List<Problem> problems = new ArrayList<>();
        try {
            for (Attachment each : image.attachments().attestations()) {
                if (ProvenanceReader.reads(each.annotations().getOrDefault(PREDICATE, ""))) {
                    Optional<Provenance> read = read(each, image, limits, problems);
                    if (read.isPresent()) {
                        return new ImageProvenance(read, problems);
                    }
                }
            }
        } catch (InterruptedIOException interrupted) {
            throw interrupted;
        } catch (IOException missing) {
            boolean malformed = missing instanceof ImageFormatException;
            problems.add(
                    problem(
                            malformed ? ProblemKind.MALFORMED : ProblemKind.UNREADABLE,
                            "the provenance in the image's index cannot be read: "
                                    + missing.getMessage()));
        }
        return new ImageProvenance(Optional.empty(), problems);
    }

    /// What it tells of the image's base.
    public Optional<ProvenanceBase> base(Image image) {
        return provenance.map(each -> ProvenanceBase.of(each, built(image)));
    }

    private static Optional<Provenance> read(
            Attachment attachment, Image image, Limits limits, List<Problem> problems)
            throws IOException {
        try {
            Statement statement = Statement.read(attachment.content().bytes(), limits);
            List<Digest> digests = image.attachments().digests();
            if (statement.subjects().stream().noneMatch(digests::contains)) {
                problems.add(
                        problem(
                                ProblemKind.MISMATCH,
                                "the provenance in the image's index is about another image"));
                return Optional.empty();
            }
            return Optional.of(ProvenanceReader.read(statement));
        } catch (AttestationFormatException broken) {
            problems.add(
                    problem(
                            ProblemKind.MALFORMED,
                            "the provenance in the image's index " + broken.getMessage()));
            return Optional.empty();
        }
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
