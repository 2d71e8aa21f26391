package io.plimsoll.base.advice;

import io.plimsoll.model.Assessment.Support;
import io.plimsoll.model.BaseFacts;
import io.plimsoll.model.BaseFacts.Content;
import io.plimsoll.model.Recommendation.Change;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Why one base image is better than another, or not, in words.
final class Reasons {
    private static final long MB = 1_000_000;
    private static final long MB_WORTH_A_WORD = 1;

    private Reasons() {}

    static List<String> of(BaseFacts current, BaseFacts other, Optional<Change> change) {
        List<String> reasons = new ArrayList<>();
        change.ifPresent(each -> reasons.add(text(each)));
        support(current.support(), other.support()).ifPresent(reasons::add);
        if (current.content().isPresent() && other.content().isPresent()) {
            contents(current.content().get(), other.content().get(), reasons);
        }
        if (!current.system().isEmpty() && current.system().equals(other.system())) {
            reasons.add("the same release of the distribution");
        }
        return reasons;
    }

    private static String text(Change change) {
        int gone = change.gone().total();
        int come = change.come().total();
        if (gone == 0 && come == 0) {
            return "the same vulnerabilities";
        }
        String without = gone == 0 ? "" : "without " + gone + " of them (" + change.gone() + ")";
        String with = come == 0 ? "" : "with " + come + " others (" + change.come() + ")";
        return gone > 0 && come > 0 ? without + ", " + with : without + with;
    }

    /// What is to be said of support where it differs or has ended.
    static Optional<String> support(Support current, Support other) {
        if (!other.known()) {
            return Optional.empty();
        }
        if (other.ended()) {
            return Optional.of("its distribution is no longer supported");
        }
        boolean differs = current.ended() || !current.until().equals(other.until());
        return other.until().isPresent() && differs
                ? Optional.of("supported until " + other.until().get())
                : Optional.empty();
    }

    private static void contents(Content current, Content other, List<String> reasons) {
        long size = other.size() - current.size();
        if (Math.abs(size) >= MB_WORTH_A_WORD * MB) {
            reasons.add(megabytes(Math.abs(size)) + (size < 0 ? " smaller" : " larger"));
        }
        int packages = other.packages() - current.packages();
        if (packages != 0) {
            String noun = Math.abs(packages) == 1 ? " package" : " packages";
            reasons.add(Math.abs(packages) + noun + (packages < 0 ? " fewer" : " more"));
        }
        if (current.created().isPresent() && other.created().isPresent()) {
            long days = Duration.between(current.created().get(), other.created().get()).toDays();
            if (days != 0) {
                String noun = Math.abs(days) == 1 ? " day" : " days";
                reasons.add("made " + Math.abs(days) + noun + (days > 0 ? " later" : " before"));
            }
        }
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%d MB", bytes / MB);
    }
}
