package io.plimsoll.base;

import io.plimsoll.dockerfile.Step;
import io.plimsoll.model.Origin;
import io.plimsoll.model.SourceLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The steps of a Dockerfile beside the entries of a history, from the end of both.
///
/// BuildKit and Docker's older builder write an entry for each instruction (BuildKit none for
/// ONBUILD), buildah too, kaniko only for those that made a layer; `--label` adds entries behind them.
/// So each RUN, COPY and ADD must be found, with no other of these between them, and anything else
/// may be missing on either side, but not everything.
final class Alignment {
    private static final int SHOWN = 3;

    private final List<HistoryEntry> history;
    private final List<Optional<Step>> matched;
    private final int begin;
    private final Optional<Step> missing;

    private Alignment(
            List<HistoryEntry> history,
            List<Optional<Step>> matched,
            int begin,
            Optional<Step> missing) {
        this.history = history;
        this.matched = matched;
        this.begin = begin;
        this.missing = missing;
    }

    static Alignment of(List<Step> steps, List<HistoryEntry> history) {
        List<HistoryText> texts = history.stream().map(HistoryText::of).toList();
        List<Optional<Step>> matched = new ArrayList<>();
        history.forEach(each -> matched.add(Optional.empty()));
        int begin = texts.size();
        for (Step step : steps.reversed()) {
            boolean writes = step.instruction().kind().writesFiles();
            int found = writes ? findWriter(step, texts, begin) : findNext(step, texts, begin);
            if (found >= 0) {
                matched.set(found, Optional.of(step));
                begin = found;
            } else if (writes) {
                return new Alignment(history, matched, begin, Optional.of(step));
            }
        }
        return new Alignment(history, matched, begin, strangers(steps, begin, texts.size()));
    }

    /// Where nothing at all was found, nothing says that file and image belong together.
    private static Optional<Step> strangers(List<Step> steps, int begin, int end) {
        return begin < end || steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast());
    }

    /// A step that should be in an entry and is not; empty where file and history fit.
    Optional<Step> missing() {
        return missing;
    }

    /// The layers, oldest first.
    List<LayerOrigin> layers(String file) {
        List<LayerOrigin> layers = new ArrayList<>();
        List<Step> since = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            matched.get(i).ifPresent(since::add);
            if (!history.get(i).emptyLayer()) {
                layers.add(
                        i < begin
                                ? new LayerOrigin(Origin.BASE, Optional.empty())
                                : new LayerOrigin(Origin.OWN, source(since, matched.get(i), file)));
                since.clear();
            }
        }
        return layers;
    }

    private static int findWriter(Step step, List<HistoryText> texts, int end) {
        for (int i = end - 1; i >= 0; i--) {
            if (texts.get(i).isOf(step)) {
                return i;
            }
            if (texts.get(i).kind().writesFiles()) {
                return -1;
            }
        }
        return -1;
    }

    private static int findNext(Step step, List<HistoryText> texts, int end) {
        return end > 0 && texts.get(end - 1).isOf(step) ? end - 1 : -1;
    }

    /// buildah makes one layer of a whole stage, and the last instruction is said to have made it,
    /// such as CMD: what counts are the instructions that wrote files.
    private static Optional<SourceLine> source(List<Step> since, Optional<Step> last, String file) {
        List<Step> writers =
                since.stream().filter(each -> each.instruction().kind().writesFiles()).toList();
        if (writers.isEmpty()) {
            return last.map(each -> line(each, file, each.instruction().summary()));
        }
        List<String> texts =
                writers.stream().limit(SHOWN).map(each -> each.instruction().summary()).toList();
        String text = String.join("; ", texts) + (writers.size() > SHOWN ? "; …" : "");
        return Optional.of(line(writers.getFirst(), file, text));
    }

    private static SourceLine line(Step step, String file, String text) {
        return new SourceLine(file, step.instruction().line(), text);
    }
}
