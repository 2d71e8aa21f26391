package io.plimsoll.engine;

import io.plimsoll.model.Digest;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import io.plimsoll.model.TargetDescription;
import io.plimsoll.policy.subject.PolicyFormatException;
import io.plimsoll.policy.vex.VexDocument;
import io.plimsoll.policy.vex.VexFiles;
import io.plimsoll.registry.Patience;
import io.plimsoll.registry.source.AttachedVex;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The VEX documents that lie beside an image in its registry.
///
/// @param documents in the order in which the registry lists them
/// @param problems documents that could not be used
public record RegistryVex(List<VexDocument> documents, List<Problem> problems) {
    private static final int SHOWN_DIGITS = 12;

    public RegistryVex {
        documents = List.copyOf(documents);
        problems = List.copyOf(problems);
    }

    /// Asks the registry of an image.
    ///
    /// @throws IllegalArgumentException if the target is no image of a registry, or the network is
    ///     forbidden
    /// @throws IOException if the registry does not give what it lists
    public static RegistryVex of(TargetDescription target, ScanOptions options, Progress progress)
            throws IOException, InterruptedException {
        if (!target.kind().equals("registry")) {
            throw new IllegalArgumentException(
                    "--vex registry needs an image of a registry; '"
                            + target.reference()
                            + "' is "
                            + target.kind()
                            + ":");
        }
        if (options.access().offline()) {
            throw new IllegalArgumentException("--offline forbids --vex registry");
        }
        progress.phase("VEX of the registry");
        List<VexDocument> documents = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        new AttachedVex(options.access().registries(), Patience.standard(), progress::notice)
                .read(
                        target.reference(),
                        target.digests(),
                        (digest, bytes) -> read(name(digest), bytes, documents, problems));
        return new RegistryVex(documents, problems);
    }

    private static String name(Digest digest) {
        return "registry:" + digest.hex().substring(0, SHOWN_DIGITS);
    }

    private static void read(
            String name, byte[] bytes, List<VexDocument> documents, List<Problem> problems) {
        try {
            documents.add(VexFiles.read(name, bytes));
        } catch (PolicyFormatException unusable) {
            problems.add(
                    Problem.of(
                            name,
                            "vex",
                            ProblemKind.MALFORMED,
                            String.valueOf(unusable.getMessage())));
        }
    }
}
