package io.plimsoll.base.advice;

import io.plimsoll.base.catalogue.SystemRelease;
import io.plimsoll.base.catalogue.Versions;
import io.plimsoll.base.index.IndexedImage;
import io.plimsoll.model.Assessment.Support;
import io.plimsoll.model.BaseFacts;
import io.plimsoll.model.Recommendation;
import io.plimsoll.model.Recommendation.Change;
import io.plimsoll.model.Recommendation.Installable;
import io.plimsoll.model.Relation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Weighs candidates against the base image in use.
///
/// What is worse in anything that can be compared (the worst severity in which both differ; support that has ended) is
/// marked so. Nobody counts the vulnerabilities of a release that is no longer supported: fewer of them are no reason for
/// it. Of candidates whose content nobody knows only the newest of each relation are taken: they are hints to index
/// them.
public final class Recommender {
    /// Of candidates that are known by name alone, for each relation.
    private static final int MOST_UNKNOWN = 2;

    private final Current current;
    private final OwnPackages own;
    private final Knowledge knowledge;

    /// The image in use.
    ///
    /// @param facts what is shown of it
    /// @param system its distribution; empty where unknown
    /// @param judged its vulnerabilities; empty where its content is not known
    public record Current(
            BaseFacts facts, Optional<SystemRelease> system, Optional<Judged> judged) {}

    public Recommender(Current current, OwnPackages own, Knowledge knowledge) {
        this.current = current;
        this.own = own;
        this.knowledge = knowledge;
    }

    /// The recommendations, by relation, the best of each first and what is worse last.
    ///
    /// @throws IOException if the packages of an indexed image cannot be read
    public List<Recommendation> weigh(List<Candidate> candidates) throws IOException {
        List<Recommendation> all = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (candidate.indexed().isPresent()) {
                all.add(weighed(candidate, candidate.indexed().get()));
            }
        }
        for (Candidate candidate : newestUnknown(candidates)) {
            all.add(named(candidate));
        }
        all.sort(
                Comparator.comparing(Recommendation::relation)
                        .thenComparing(Recommendation::worse)
                        .thenComparing(each -> each.image().content().isEmpty())
                        .thenComparing(each -> each.image().isOver())
                        .thenComparing(Recommender::worstFirst)
                        .thenComparing(each -> each.image().reference()));
        return all;
    }

    private static int worstFirst(Recommendation left, Recommendation right) {
        if (left.image().counts().isEmpty() || right.image().counts().isEmpty()) {
            return 0;
        }
        return left.image().counts().get().compareWorst(right.image().counts().get());
    }

    /// Those without an index entry: supported as far as known, the newest version of each relation.
    private List<Candidate> newestUnknown(List<Candidate> candidates) {
        Map<Relation, List<Candidate>> byRelation = new EnumMap<>(Relation.class);
        for (Candidate candidate : candidates) {
            if (candidate.indexed().isEmpty() && isReleased(candidate)) {
                byRelation
                        .computeIfAbsent(candidate.relation(), any -> new ArrayList<>())
                        .add(candidate);
            }
        }
        List<Candidate> newest = new ArrayList<>();
        byRelation
                .values()
                .forEach(each -> {
                    each.sort(Recommender::newestFirst);
                    newest.addAll(each.subList(0, Math.min(MOST_UNKNOWN, each.size())));
                });
        return newest;
    }

    /// A release that the table of ends does not have is not out yet, or long gone.
    private boolean isReleased(Candidate candidate) {
        boolean over =
                knowledge
                        .software(candidate.name(), candidate.numbers())
                        .filter(each -> each.support().ended())
                        .isPresent();
        if (over) {
            return false;
        }
        if (candidate.system().isEmpty()) {
            return true;
        }
        Support support = knowledge.support(candidate.system().get());
        return support.known() && !support.ended();
    }

    private static int newestFirst(Candidate left, Candidate right) {
        int newest = Versions.compare(right.numbers(), left.numbers());
        if (newest != 0) {
            return newest;
        }
        int length = Integer.compare(left.name().tag().length(), right.name().tag().length());
        return length != 0 ? length : left.name().tag().compareTo(right.name().tag());
    }

    private Recommendation named(Candidate candidate) {
        Support support = candidate.system().map(knowledge::support).orElse(Support.UNKNOWN);
        BaseFacts facts =
                new BaseFacts(
                        candidate.name().toString(),
                        Optional.empty(),
                        knowledge.badges(candidate.name(), Optional.empty()),
                        candidate.system().map(Recommender::name).orElse(""),
                        support,
                        knowledge.software(candidate.name(), candidate.numbers()),
                        Optional.empty());
        List<String> reasons = new ArrayList<>();
        Reasons.support(current.facts().support(), support).ifPresent(reasons::add);
        reasons.add("not indexed: what is in it is not known");
        return new Recommendation(
                candidate.relation(),
                facts,
                Optional.empty(),
                false,
                own.on(current.system(), candidate.system()),
                reasons);
    }

    private static String name(SystemRelease system) {
        return (system.id() + " " + system.release()).strip();
    }

    private Recommendation weighed(Candidate candidate, IndexedImage image) throws IOException {
        Judged judged = knowledge.judge(image);
        SystemRelease system = SystemRelease.of(image.distribution());
        Support support = knowledge.support(system);
        BaseFacts facts =
                new BaseFacts(
                        candidate.name().toString(),
                        image.pin(),
                        knowledge.badges(candidate.name(), Optional.of(image)),
                        image.distribution().prettyName(),
                        support,
                        knowledge.software(candidate.name(), candidate.numbers()),
                        Optional.of(content(image, judged)));
        Optional<Change> change =
                current.judged()
                        .map(used -> new Change(used.without(judged), judged.without(used)));
        boolean over = current.facts().isOver();
        boolean more =
                current.judged()
                        .filter(used -> judged.counts().compareWorst(used.counts()) > 0)
                        .isPresent();
        boolean worse =
                over ? more && support.ended() && isEarlier(support) : more || facts.isOver();
        Installable installable = own.on(current.system(), Optional.of(system));
        return new Recommendation(
                candidate.relation(),
                facts,
                change,
                worse,
                installable,
                Reasons.of(current.facts(), facts, change));
    }

    private boolean isEarlier(Support support) {
        return support.until().isPresent()
                && current.facts().support().until().isPresent()
                && support.until().get().isBefore(current.facts().support().until().get());
    }

    /// What an index entry tells of an image.
    public static BaseFacts.Content content(IndexedImage image, Judged judged) {
        return new BaseFacts.Content(
                judged.counts(),
                judged.packages(),
                judged.notAssessed(),
                image.size(),
                image.created());
    }
}
