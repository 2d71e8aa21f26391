package io.plimsoll.policy.vex;

import io.plimsoll.model.Suppressed;
import io.plimsoll.policy.subject.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What VEX documents say of one finding. Of a document its newest statement counts, of several as
/// new the most careful; of several documents the last that says anything.
final class VexOpinion {
    private static final int SHOWN = 5;

    /// A statement that applies.
    private record Applying(VexStatement statement, String why) {}

    /// What one document says.
    private record Opinion(VexDocument document, Applying newest, boolean isContradictory) {
        VexStatus status() {
            return newest.statement().status();
        }
    }

    private final Subject subject;
    private final List<VexDocument> documents;
    private final List<Opinion> opinions = new ArrayList<>();

    VexOpinion(Subject subject, List<VexDocument> documents) {
        this.subject = subject;
        this.documents = documents;
        for (VexDocument document : documents) {
            of(document).ifPresent(opinions::add);
        }
    }

    private Optional<Opinion> of(VexDocument document) {
        List<Applying> applying = applying(document);
        if (applying.isEmpty()) {
            return Optional.empty();
        }
        Applying newest = applying.getFirst();
        boolean isContradictory = false;
        for (Applying each : applying) {
            int age = each.statement().since().compareTo(newest.statement().since());
            int care = each.statement().status().compareTo(newest.statement().status());
            if (age > 0) {
                newest = each;
                isContradictory = false;
            } else if (age == 0 && care != 0) {
                isContradictory = true;
                newest = care < 0 ? each : newest;
            }
        }
        return Optional.of(new Opinion(document, newest, isContradictory));
    }

    private List<Applying> applying(VexDocument document) {
        List<Applying> applying = new ArrayList<>();
        for (VexStatement statement : document.about(subject.finding())) {
            for (VexProduct product : statement.products()) {
                VexProduct.Fit fit = product.fit(subject);
                if (fit.applies()) {
                    applying.add(new Applying(statement, fit.why()));
                    break;
                }
            }
        }
        return applying;
    }

    /// The finding as the documents suppress it; nothing where they do not.
    Optional<Suppressed> suppressed() {
        if (opinions.isEmpty() || !opinions.getLast().status().suppresses()) {
            return Optional.empty();
        }
        Opinion last = opinions.getLast();
        VexStatement statement = last.newest().statement();
        return Optional.of(
                new Suppressed(
                        subject.finding(),
                        last.document().name(),
                        statement.reason(),
                        Optional.empty(),
                        statement.claim()));
    }

    /// Where the documents contradict themselves or one another: file, and what it says.
    List<String[]> contradictions() {
        List<String[]> found = new ArrayList<>();
        String of = subject.finding().id() + " in " + subject.installed().id();
        for (int i = 0; i < opinions.size(); i++) {
            Opinion opinion = opinions.get(i);
            String word = opinion.status().word();
            if (opinion.isContradictory()) {
                found.add(
                        new String[] {
                            opinion.document().file(),
                            "statements of one time differ on " + of + ": " + word + " counts"
                        });
            }
            if (i > 0 && opinions.get(i - 1).status() != opinion.status()) {
                Opinion before = opinions.get(i - 1);
                found.add(
                        new String[] {
                            opinion.document().file(),
                            "says "
                                    + word
                                    + " of "
                                    + of
                                    + ", and "
                                    + before.document().file()
                                    + " says "
                                    + before.status().word()
                                    + ": the later of the command line counts"
                        });
            }
        }
        return found;
    }

    /// Each statement on the vulnerability, and why it does or does not apply.
    List<String> explain() {
        List<String> lines = new ArrayList<>();
        for (VexDocument document : documents) {
            int left = 0;
            for (VexStatement statement : document.about(subject.finding())) {
                for (VexProduct product : statement.products()) {
                    VexProduct.Fit fit = product.fit(subject);
                    if (fit.applies() || lines.size() < SHOWN) {
                        lines.add(line(document, statement, fit));
                    } else {
                        left++;
                    }
                }
            }
            if (left > 0) {
                lines.add(document.file() + ": " + left + " more do not apply");
            }
        }
        return lines;
    }

    private String line(VexDocument document, VexStatement statement, VexProduct.Fit fit) {
        String head = document.file() + ": " + statement.words();
        if (!fit.applies()) {
            return head + " does not apply: " + fit.why();
        }
        boolean counts =
                opinions.getLast().document().equals(document)
                        && opinions.getLast().newest().statement().equals(statement);
        return head + " applies: " + fit.why() + (counts ? "" : "; another statement counts");
    }
}
