package io.plimsoll.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.attest.signature.TrustedKey;
import io.plimsoll.base.catalogue.TrustList;
import io.plimsoll.model.Badge;
import io.plimsoll.model.BaseAdvice;
import io.plimsoll.model.Origin;
import io.plimsoll.model.Rebuild;
import io.plimsoll.model.Recommendation;
import io.plimsoll.model.Recommendation.Answer;
import io.plimsoll.model.Relation;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Severity;
import io.plimsoll.testkit.AttestedImages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BaseAdvisorTest {
    @TempDir private Path folder;

    private Bases bases;

    @BeforeEach
    void store() throws IOException {
        bases = Bases.in(folder);
    }

    private BaseAdvice advice(ScanReport report, boolean worse) throws IOException {
        return new BaseAdvisor(bases.options(), Progress.SILENT, TrustList.empty())
                .advise(report, worse)
                .orElseThrow();
    }

    private static Optional<Recommendation> named(BaseAdvice advice, String name) {
        return advice.recommendations().stream()
                .filter(each -> each.image().reference().equals(name))
                .findFirst();
    }

    @Test
    void nothingIsSaidOfAnUnknownBase() throws Exception {
        ScanReport report = bases.scan(Bases.app());
        assertThat(
                        new BaseAdvisor(bases.options(), Progress.SILENT, TrustList.empty())
                                .advise(report, false))
                .isEmpty();
    }

    @Test
    void theSameTagBuiltAnewIsARefresh() throws Exception {
        bases.index("old", Bases.old());
        bases.index("mended", Bases.mended());
        BaseAdvice advice = advice(bases.scan(Bases.app()), false);
        assertThat(advice.current().counts().orElseThrow().of(Severity.CRITICAL)).isEqualTo(1);
        Recommendation refresh = named(advice, "debian:12").orElseThrow();
        assertThat(refresh.relation()).isEqualTo(Relation.REFRESH);
        assertThat(refresh.worse()).isFalse();
        assertThat(refresh.change().orElseThrow().gone().total()).isEqualTo(1);
        assertThat(refresh.change().orElseThrow().come().total()).isZero();
        assertThat(refresh.packages().answer()).isEqualTo(Answer.YES);
        assertThat(refresh.reasons()).contains("made 59 days later");
    }

    @Test
    void whatIsWorseIsLeftOutAndCounted() throws Exception {
        bases.index("mended", Bases.mended());
        bases.index("next", Bases.next());
        ScanReport report = bases.scan(Bases.upon(Bases.mended(), "bash 5.2-1"));
        BaseAdvice advice = advice(report, false);
        assertThat(named(advice, "debian:13")).isEmpty();
        assertThat(advice.leftOut()).isEqualTo(1);
        Recommendation next = named(advice(report, true), "debian:13").orElseThrow();
        assertThat(next.worse()).isTrue();
        assertThat(next.relation()).isEqualTo(Relation.MAJOR);
        assertThat(next.packages().answer()).isEqualTo(Answer.LIKELY);
        assertThat(next.packages().why()).contains("1 package of yours (curl)");
    }

    @Test
    void fewerVulnerabilitiesThatNobodyCountsAreNoReason() throws Exception {
        bases.index(
                "ten",
                new io.plimsoll.testkit.ImageBuilder()
                        .layer(Bases.debian("10", "bash 5.0-1", "zlib 1.0").build(), "# ten")
                        .tag("debian:10"));
        bases.index("next", Bases.next());
        BaseAdvice advice =
                advice(
                        bases.scan(
                                new io.plimsoll.testkit.ImageBuilder()
                                        .layer(
                                                Bases.debian("10", "bash 5.0-1", "zlib 1.0")
                                                        .build(),
                                                "# ten")),
                        false);
        assertThat(advice.current().support().ended()).isTrue();
        assertThat(named(advice, "debian:13").orElseThrow().worse()).isFalse();
        assertThat(advice.notes()).anyMatch(note -> note.contains("no longer supported"));
    }

    @Test
    void whatIsNotIndexedIsAHintAndWhatIsNotOutIsNone() throws Exception {
        bases.index("old", Bases.old());
        BaseAdvice advice = advice(bases.scan(Bases.app()), false);
        assertThat(named(advice, "debian:13").orElseThrow().image().content()).isEmpty();
        assertThat(named(advice, "debian:forky")).isEmpty();
        assertThat(advice.notes()).anyMatch(note -> note.contains("plimsoll base index"));
    }

    @Test
    void anImageIsStaleWhereItsBaseWasBuiltAnew() throws Exception {
        bases.index("old", Bases.old());
        bases.index("mended", Bases.mended());
        Rebuild rebuild =
                new RebuildCheck(bases.options(), Progress.SILENT, false)
                        .check(bases.scan(Bases.app()));
        assertThat(rebuild.isStale()).isTrue();
        assertThat(rebuild.reasons())
                .extracting(Rebuild.Reason::kind)
                .containsExactly(Rebuild.Kind.NEWER_BASE, Rebuild.Kind.FIXED_PACKAGES);
        assertThat(rebuild.packages())
                .containsExactly(
                        new Rebuild.Update("bash", "5.1-1", "5.2-1", Origin.BASE, "debian:12"));
    }

    @Test
    void anImageIsFreshWhereNothingIsNewer() throws Exception {
        bases.index("mended", Bases.mended());
        Rebuild rebuild =
                new RebuildCheck(bases.options(), Progress.SILENT, false)
                        .check(bases.scan(Bases.upon(Bases.mended(), "bash 5.2-1")));
        assertThat(rebuild.isStale()).isFalse();
        assertThat(rebuild.packages()).isEmpty();
    }

    @Test
    void aNameAloneTellsOfEndsAndOfWhatIsBetter() throws Exception {
        ScanOptions options =
                bases.options().withPlatform(io.plimsoll.image.Platform.parse("linux/amd64"));
        try (NamedBases named = NamedBases.open(options, Progress.SILENT)) {
            assertThat(named.of("debian:10").image().isOver()).isTrue();
            assertThat(named.of("debian:10").better()).isEmpty();
            assertThat(named.of("debian:bookworm").image().isOver()).isFalse();
            assertThat(named.of("mine/unknown:7").image().support().known()).isFalse();
        }
        bases.index("old", Bases.old().tag("debian:12.1"));
        bases.index("mended", Bases.mended().tag("debian:12.15"));
        try (NamedBases named = NamedBases.open(options, Progress.SILENT)) {
            assertThat(named.of("debian:12.1").better().orElseThrow().image().reference())
                    .isEqualTo("debian:12.15");
            assertThat(named.of("debian:12.15").better()).isEmpty();
        }
    }

    @Test
    void whatAKeyHasSignedIsIndexedWithABadge() throws Exception {
        Target image =
                Target.parse("oci-archive:" + AttestedImages.copy("signed-p256.tar", folder));
        BaseIndexer indexer = new BaseIndexer(bases.options(), Progress.SILENT);
        List<TrustedKey> other = TrustedKey.read(AttestedImages.copy("p384.pub", folder));
        assertThatThrownBy(() -> indexer.add(image, List.of("signed:1"), List.of(), other))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is not indexed");
        List<TrustedKey> key = TrustedKey.read(AttestedImages.copy("p256.pub", folder));
        assertThat(indexer.add(image, List.of("signed:1"), List.of(), key).signedBy().orElseThrow())
                .endsWith("p256.pub");
        ScanOptions options =
                bases.options().withPlatform(io.plimsoll.image.Platform.parse("linux/amd64"));
        try (NamedBases named = NamedBases.open(options, Progress.SILENT)) {
            assertThat(named.of("signed:1").image().badges())
                    .extracting(Badge::kind)
                    .containsExactly(Badge.Kind.SIGNED);
        }
    }
}
