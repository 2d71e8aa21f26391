package io.plimsoll.base;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.dockerfile.BaseImageName;
import io.plimsoll.dockerfile.BuildArguments;
import io.plimsoll.dockerfile.Dockerfile;
import io.plimsoll.model.BaseImage;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Origin;
import io.plimsoll.model.Problem;
import io.plimsoll.model.SourceLine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Histories as the builders wrote them for one Dockerfile.
final class AttributionTest {
    private static final String APP =
            """
            ARG BASE=base:1
            FROM ${BASE} AS one
            ARG NAME=world
            ENV GREETING="hello $NAME" OTHER=1
            # comment
            WORKDIR /srv/app
            COPY a.txt b.txt \\
                 /data/
            RUN echo "$GREETING" > /greeting && \\
                # inside
                echo more >> /greeting
            FROM one
            ADD a.txt ./sub/
            RUN ["/bin/sh", "-c", "echo x > /x"]
            SHELL ["/bin/sh", "-ec"]
            RUN echo y >   /y
            ONBUILD RUN z
            CMD x
            """;

    private static final List<String> BASE =
            List.of(
                    "/bin/sh -c #(nop) ADD file:966e in / ",
                    "-/bin/sh -c #(nop)  ENV PATH=/bin",
                    "-/bin/sh -c #(nop)  CMD [\"/bin/sh\"]");

    private static final List<SourceLine> LINES =
            List.of(
                    line(7, "COPY a.txt b.txt /data/"),
                    line(9, "RUN echo \"$GREETING\" > /greeting && echo more >> /greeting"),
                    line(13, "ADD a.txt ./sub/"),
                    line(14, "RUN [\"/bin/sh\", \"-c\", \"echo x > /x\"]"),
                    line(16, "RUN echo y > /y"));

    private static SourceLine line(int line, String text) {
        return new SourceLine("Dockerfile", line, text);
    }

    /// @param entries those that begin with `-` made no layer
    private static Attribution of(String file, List<String> base, List<String> entries) {
        List<HistoryEntry> history = new ArrayList<>();
        List<String> all = new ArrayList<>(base);
        all.addAll(entries);
        for (String entry : all) {
            boolean empty = entry.startsWith("-");
            history.add(new HistoryEntry(empty ? entry.substring(1) : entry, empty));
        }
        int layers = (int) history.stream().filter(each -> !each.emptyLayer()).count();
        return Attribution.of(
                Dockerfile.parse(file.getBytes(StandardCharsets.UTF_8)),
                "Dockerfile",
                BuildArguments.none(),
                history,
                layers);
    }

    private static List<SourceLine> own(Attribution attribution) {
        return attribution.layers().stream()
                .filter(each -> each.origin() == Origin.OWN)
                .map(each -> each.source().orElseThrow())
                .toList();
    }

    private static long count(Attribution attribution, Origin origin) {
        return attribution.layers().stream().filter(each -> each.origin() == origin).count();
    }

    @Test
    void buildKitIsUnderstood() {
        Attribution attribution =
                of(
                        APP,
                        BASE,
                        List.of(
                                "-ARG NAME=world",
                                "-ENV GREETING=hello world OTHER=1",
                                "WORKDIR /srv/app",
                                "COPY a.txt b.txt /data/ # buildkit",
                                "RUN |1 NAME=world /bin/sh -c echo \"$GREETING\" > /greeting &&    "
                                        + " echo more >> /greeting # buildkit",
                                "ADD a.txt ./sub/ # buildkit",
                                "RUN |1 NAME=world /bin/sh -c echo x > /x # buildkit",
                                "-SHELL [/bin/sh -ec]",
                                "RUN |1 NAME=world /bin/sh -ec echo y >   /y # buildkit",
                                "-CMD [\"/bin/sh\" \"-ec\" \"x\"]"));
        assertThat(attribution.problems()).isEmpty();
        assertThat(count(attribution, Origin.BASE)).isEqualTo(1);
        assertThat(own(attribution).getFirst()).isEqualTo(line(6, "WORKDIR /srv/app"));
        assertThat(own(attribution).subList(1, 6)).isEqualTo(LINES);
        assertThat(attribution.base())
                .contains(
                        new BaseImage(
                                "base:1",
                                Optional.empty(),
                                "FROM on line 2 of Dockerfile",
                                Optional.of(line(2, "FROM ${BASE} AS one"))));
    }

    @Test
    void theOlderBuilderIsUnderstood() {
        Attribution attribution =
                of(
                        APP,
                        BASE,
                        List.of(
                                "-/bin/sh -c #(nop)  ARG NAME=world",
                                "-/bin/sh -c #(nop)  ENV GREETING=hello world OTHER=1",
                                "-/bin/sh -c #(nop) WORKDIR /srv/app",
                                "/bin/sh -c #(nop) COPY multi:d432 in /data/ ",
                                "|1 NAME=world /bin/sh -c echo \"$GREETING\" > /greeting &&     echo"
                                        + " more >> /greeting",
                                "/bin/sh -c #(nop) ADD file:7a37 in ./sub/ ",
                                "/bin/sh -c echo x > /x",
                                "-/bin/sh -ec #(nop)  SHELL [/bin/sh -ec]",
                                "/bin/sh -ec echo y >   /y",
                                "-/bin/sh -ec #(nop)  ONBUILD RUN z",
                                "-/bin/sh -ec #(nop)  CMD [\"/bin/sh\" \"-ec\" \"x\"]",
                                "-/bin/sh -ec #(nop)  LABEL added=outside"));
        assertThat(attribution.problems()).isEmpty();
        assertThat(count(attribution, Origin.BASE)).isEqualTo(1);
        assertThat(own(attribution)).isEqualTo(LINES);
    }

    @Test
    void buildahsLayersOfWholeStagesNameWhatWroteFiles() {
        Attribution attribution =
                of(
                        APP,
                        BASE,
                        List.of(
                                "-/bin/sh -c #(nop) ARG NAME",
                                "-/bin/sh -c #(nop) ENV GREETING=\"hello $NAME\" OTHER=1",
                                "-/bin/sh -c #(nop) WORKDIR /srv/app",
                                "-/bin/sh -c #(nop) COPY multi:281f in /data/ ",
                                "|1 NAME=world /bin/sh -c echo \"$GREETING\" > /greeting &&     echo"
                                        + " more >> /greeting",
                                "-/bin/sh -c #(nop) ADD file:3dd2 in ./sub/ ",
                                "-/bin/sh -c [\"/bin/sh\", \"-c\", \"echo x > /x\"]",
                                "-/bin/sh -c #(nop) SHELL [\"/bin/sh\", \"-ec\"]",
                                "-/bin/sh -c echo y >   /y",
                                "-/bin/sh -c #(nop) ONBUILD RUN z",
                                "/bin/sh -c #(nop) CMD x"));
        assertThat(attribution.problems()).isEmpty();
        assertThat(count(attribution, Origin.BASE)).isEqualTo(1);
        assertThat(own(attribution))
                .containsExactly(
                        line(7, LINES.get(0).text() + "; " + LINES.get(1).text()),
                        line(
                                13,
                                LINES.get(2).text()
                                        + "; "
                                        + LINES.get(3).text()
                                        + "; "
                                        + LINES.get(4).text()));
    }

    @Test
    void kanikoWritesOnlyWhatMadeLayers() {
        Attribution attribution =
                of(
                        APP,
                        BASE,
                        List.of(
                                "COPY a.txt b.txt /data/",
                                "RUN echo \"$GREETING\" > /greeting && echo more >> /greeting",
                                "ADD a.txt ./sub/",
                                "RUN [\"/bin/sh\", \"-c\", \"echo x > /x\"]",
                                "RUN echo y > /y"));
        assertThat(attribution.problems()).isEmpty();
        assertThat(own(attribution)).isEqualTo(LINES);
    }

    @Test
    void anImageOfAnotherDockerfileIsUnknown() {
        Attribution attribution =
                of("FROM a\nRUN ls\n", BASE, List.of("RUN /bin/sh -c false && ls # buildkit"));
        assertThat(count(attribution, Origin.UNKNOWN)).isEqualTo(2);
        assertThat(attribution.base()).isPresent();
        assertThat(attribution.problems())
                .singleElement()
                .extracting(Problem::reason)
                .asString()
                .contains("line 2", "'RUN ls'");
    }

    @Test
    void aDockerfileOfWhichNothingIsThereIsAnother() {
        Attribution attribution =
                of("FROM a\nUSER x\nEXPOSE 80\n", BASE, List.of("RUN /bin/sh -c ls # buildkit"));
        assertThat(count(attribution, Origin.UNKNOWN)).isEqualTo(2);
        assertThat(attribution.problems())
                .singleElement()
                .extracting(Problem::reason)
                .asString()
                .contains("'EXPOSE 80'");
        assertThat(
                        count(
                                of("FROM a\nEXPOSE 80\n", BASE, List.of("-EXPOSE map[80/tcp:{}]")),
                                Origin.BASE))
                .isOne();
    }

    @Test
    void aCopyToAnotherPlaceOrOfOtherFilesIsAnotherCopy() {
        for (String entry :
                List.of(
                        "COPY a /c # buildkit",
                        "COPY a x /b # buildkit",
                        "/bin/sh -c #(nop) COPY file:12 in /c ",
                        "/bin/sh -c #(nop) ADD file:12 in /b ")) {
            assertThat(count(of("FROM a\nCOPY a /b\n", BASE, List.of(entry)), Origin.OWN))
                    .as(entry)
                    .isZero();
        }
        for (String entry :
                List.of(
                        "COPY a /b # buildkit",
                        "COPY --chown=1:1 a /b # buildkit",
                        "/bin/sh -c #(nop) COPY --chown=1:1 file:12 in /b ")) {
            assertThat(count(of("FROM a\nCOPY a /b\n", BASE, List.of(entry)), Origin.OWN))
                    .as(entry)
                    .isOne();
        }
    }

    @Test
    void variablesOfTheBaseImageMayStandForAnything() {
        Attribution attribution =
                of("FROM a\nCOPY x $HOME/y\n", BASE, List.of("COPY x /root/y # buildkit"));
        assertThat(count(attribution, Origin.OWN)).isOne();
    }

    @Test
    void withoutInstructionsAllIsTheBase() {
        assertThat(count(of("FROM a\n", BASE, List.of()), Origin.BASE)).isOne();
    }

    @Test
    void whatIsBuiltOnScratchIsOwn() {
        Attribution attribution =
                of("FROM scratch\nCOPY a /\n", List.of(), List.of("COPY a / # buildkit"));
        assertThat(attribution.base()).isEmpty();
        assertThat(count(attribution, Origin.OWN)).isOne();
    }

    @Test
    void theTextsOfDockerScanAreSaid() {
        assertThat(of("RUN x\n", BASE, List.of()).problems())
                .extracting(Problem::reason)
                .contains(BaseImageName.NoFrom.TEXT);
        assertThat(of("ARG X\nFROM a:$X\n", BASE, List.of()).problems())
                .singleElement()
                .extracting(Problem::reason)
                .asString()
                .startsWith(BaseImageName.Unresolvable.TEXT)
                .contains("--build-arg X=");
    }

    @Test
    void aHistoryThatDoesNotFitTheLayersIsNotUsed() {
        Attribution attribution =
                Attribution.of(
                        Dockerfile.parse("FROM a\n".getBytes(StandardCharsets.UTF_8)),
                        "Dockerfile",
                        BuildArguments.none(),
                        List.of(),
                        2);
        assertThat(count(attribution, Origin.UNKNOWN)).isEqualTo(2);
        assertThat(attribution.problems()).hasSize(1);
    }

    @Test
    void annotationsNameABase() {
        String digest = "sha256:" + "0".repeat(64);
        assertThat(
                        BaseAnnotations.read(
                                Map.of(
                                        BaseAnnotations.NAME,
                                        "debian:12",
                                        "org.opencontainers.image.base.digest",
                                        digest),
                                "label"))
                .contains(
                        new BaseImage(
                                "debian:12",
                                Optional.of(Digest.parse(digest)),
                                "label " + BaseAnnotations.NAME,
                                Optional.empty()));
        assertThat(BaseAnnotations.read(Map.of(BaseAnnotations.NAME, " "), "label")).isEmpty();
    }
}
