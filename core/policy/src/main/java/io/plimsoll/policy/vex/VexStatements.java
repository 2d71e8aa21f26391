package io.plimsoll.policy.vex;

import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import io.plimsoll.model.Suppressed;
import io.plimsoll.policy.subject.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The VEX documents of a scan, in the order of the command line.
public final class VexStatements {
    private static final int SHOWN = 10;

    private final List<VexDocument> documents;

    public VexStatements(List<VexDocument> documents) {
        this.documents = List.copyOf(documents);
    }

    /// The finding as the documents suppress it; nothing where they do not.
    public Optional<Suppressed> suppress(Subject subject) {
        return documents.isEmpty()
                ? Optional.empty()
                : new VexOpinion(subject, documents).suppressed();
    }

    /// What of the documents could not be used, and where they contradict one another.
    public List<Problem> problems(List<Subject> subjects) {
        List<Problem> problems = new ArrayList<>();
        documents.forEach(each -> problems.addAll(each.warnings()));
        Map<String, Integer> counts = new TreeMap<>();
        for (Subject subject : documents.isEmpty() ? List.<Subject>of() : subjects) {
            for (String[] each : new VexOpinion(subject, documents).contradictions()) {
                if (counts.merge(each[0], 1, Integer::sum) <= SHOWN) {
                    problems.add(Problem.of(each[0], "vex", ProblemKind.MISMATCH, each[1]));
                }
            }
        }
        counts.forEach((file, count) -> {
            if (count > SHOWN) {
                problems.add(
                        Problem.of(
                                file,
                                "vex",
                                ProblemKind.MISMATCH,
                                (count - SHOWN) + " more such contradictions"));
            }
        });
        return problems;
    }

    /// Each statement on a finding's vulnerability, and why it does or does not apply.
    public List<String> explain(Subject subject) {
        return documents.isEmpty() ? List.of() : new VexOpinion(subject, documents).explain();
    }
}
