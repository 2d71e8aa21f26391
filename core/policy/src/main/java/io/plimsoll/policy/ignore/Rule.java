package io.plimsoll.policy.ignore;

import io.plimsoll.model.Suppressed;
import io.plimsoll.policy.subject.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One rule of an ignore file.
///
/// @param place `plimsoll.yaml:12`
/// @param conditions all must hold; at least one
/// @param reason why; empty where it says none
/// @param owner who answers for it; empty where it says none
/// @param expires the last day on which it holds
/// @param claim what it says of the vulnerability itself
public record Rule(
        String place,
        List<Condition> conditions,
        String reason,
        String owner,
        Optional<LocalDate> expires,
        Suppressed.Claim claim) {
    public Rule {
        conditions = List.copyOf(conditions);
        if (conditions.isEmpty()) {
            throw new IllegalArgumentException(
                    "a rule without conditions would hold of everything");
        }
    }

    /// Whether its last day is over.
    public boolean isOver(LocalDate today) {
        return expires.isPresent() && today.isAfter(expires.get());
    }

    /// Whether all that it asks for is so, whatever the day.
    public boolean holds(Subject subject) {
        for (Condition condition : conditions) {
            if (!condition.holds(subject)) {
                return false;
            }
        }
        return true;
    }

    /// Whether it names this one by an id, and all else that it asks for is so, too.
    public boolean names(Subject subject) {
        return holds(subject) && conditions.stream().anyMatch(Condition::namesVulnerability);
    }

    /// The finding as this rule suppresses it.
    public Suppressed suppress(Subject subject) {
        String why =
                owner.isEmpty()
                        ? reason
                        : reason + (reason.isEmpty() ? "" : " ") + "(" + owner + ")";
        return new Suppressed(subject.finding(), place, why, expires, claim);
    }

    /// Why it does or does not apply, for people; nothing where it is about other vulnerabilities.
    public Optional<String> explain(Subject subject, LocalDate today) {
        String until = expires.map(day -> ", until " + day).orElse("");
        if (holds(subject)) {
            return Optional.of(
                    isOver(today)
                            ? place + ": does not apply any more: it expired on " + expires.get()
                            : place + ": applies: " + words() + said() + until);
        }
        boolean named =
                conditions.stream()
                        .anyMatch(each -> each.namesVulnerability() && each.holds(subject));
        if (!named) {
            return Optional.empty();
        }
        List<String> failing =
                conditions.stream()
                        .filter(each -> !each.holds(subject))
                        .map(Condition::toString)
                        .toList();
        return Optional.of(
                place + ": does not apply: " + String.join(", ", failing) + " is not so here");
    }

    private String said() {
        return reason.isEmpty() ? "" : "; reason: " + reason;
    }

    private String words() {
        return String.join(", ", conditions.stream().map(Condition::toString).toList());
    }
}
