package io.plimsoll.cli;

import io.plimsoll.advisory.AdvisoryStoreException;
import io.plimsoll.engine.NamedBases;
import io.plimsoll.engine.Progress;
import io.plimsoll.engine.ScanOptions;
import io.plimsoll.lint.base.BaseVerdict;
import io.plimsoll.lint.base.BaseVerdicts;
import io.plimsoll.model.Assessment.Support;
import io.plimsoll.model.BaseFacts;
import io.plimsoll.model.Recommendation;
import io.plimsoll.model.SeverityCounts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/// What the advisory data and the index of base images know of the images in FROM. The data is opened when the first
/// image is asked for.
final class LintBases implements BaseVerdicts, AutoCloseable {
    private final ParseResult parsed;
    private final Console console;
    private Optional<NamedBases> opened = Optional.empty();
    private boolean missing;

    LintBases(ParseResult parsed, Console console) {
        this.parsed = parsed;
        this.console = console;
    }

    @Override
    public synchronized BaseVerdict of(String reference) {
        try {
            Optional<NamedBases> bases = bases();
            return bases.isPresent() ? verdict(bases.get().of(reference)) : BaseVerdict.NONE;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Without advisory data a Dockerfile can be checked all the same; what is not checked then is said.
    private Optional<NamedBases> bases() throws IOException {
        if (opened.isEmpty() && !missing) {
            try {
                ScanOptions options = TargetOptions.of(parsed, console);
                opened = Optional.of(NamedBases.open(options, Progress.SILENT));
            } catch (AdvisoryStoreException none) {
                missing = true;
                console.err()
                        .println(
                                "whether base images are still supported is not checked: "
                                        + none.getMessage());
            }
        }
        return opened;
    }

    private static BaseVerdict verdict(NamedBases.Named named) {
        BaseFacts image = named.image();
        List<String> over = new ArrayList<>();
        image.software()
                .filter(each -> each.support().ended())
                .ifPresent(each -> over.add(ended(each.name(), each.support())));
        if (image.support().ended()) {
            over.add(ended(image.system(), image.support()));
        }
        return new BaseVerdict(over, named.better().map(better -> text(better, image)));
    }

    private static String ended(String what, Support support) {
        return what
                + " is no longer supported"
                + support.until().map(day -> " since " + day).orElse("");
    }

    private static String text(Recommendation better, BaseFacts image) {
        return better.image().reference()
                + " has "
                + counts(better.image())
                + ", "
                + image.reference()
                + " "
                + counts(image);
    }

    private static String counts(BaseFacts image) {
        SeverityCounts counts = image.counts().orElseThrow();
        return counts.total() + " vulnerabilities (" + counts + ")";
    }

    @Override
    public void close() {
        opened.ifPresent(NamedBases::close);
    }
}
