package io.plimsoll.dockerfile;

import static io.plimsoll.dockerfile.Files.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class BuildTest {
    private static final String STAGES =
            """
            ARG V=3.20
            ARG FLAVOUR
            FROM golang:1.22 AS build
            RUN go build
            FROM alpine:${V}${FLAVOUR:+-}${FLAVOUR:-} AS Base
            ENV A=1
            FROM base
            ARG V
            COPY --from=build /out/$V /app$A
            """;

    private static BaseImageName base(String text, Map<String, String> values, String target) {
        Optional<String> stage = target.isEmpty() ? Optional.empty() : Optional.of(target);
        return Build.of(parse(text), new BuildArguments(values, stage, "")).base();
    }

    private static String name(String text, Map<String, String> values, String target) {
        return ((BaseImageName.Name) base(text, values, target)).reference();
    }

    @Test
    void theBaseIsTheImageOfTheFirstStageInTheChain() {
        assertThat(name(STAGES, Map.of(), "")).isEqualTo("alpine:3.20");
        assertThat(name(STAGES, Map.of("V", "3.17", "FLAVOUR", "x"), ""))
                .isEqualTo("alpine:3.17-x");
        assertThat(name(STAGES, Map.of(), "build")).isEqualTo("golang:1.22");
        assertThat(name(STAGES, Map.of(), "BASE")).isEqualTo("alpine:3.20");
        assertThat(name(STAGES, Map.of(), "0")).isEqualTo("golang:1.22");
    }

    @Test
    void aTargetThatIsNoStageIsRefused() {
        assertThatThrownBy(() -> base(STAGES, Map.of(), "none"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'none'")
                .hasMessageContaining("build, base, 2");
    }

    @Test
    void scratchIsNoImage() {
        assertThat(base("FROM scratch\n", Map.of(), "")).isInstanceOf(BaseImageName.Scratch.class);
    }

    @Test
    void anArgumentWithoutAValueIsNamed() {
        BaseImageName base = base("ARG X\nFROM a:$X\n", Map.of(), "");
        assertThat(base)
                .isInstanceOfSatisfying(
                        BaseImageName.Unresolvable.class,
                        each -> assertThat(each.argument()).isEqualTo("X"));
        assertThat(name("ARG X\nFROM a:$X\n", Map.of("X", "1"), "")).isEqualTo("a:1");
    }

    @Test
    void aFileWithoutFromHasNoBase() {
        assertThat(base("RUN x\n", Map.of(), "")).isInstanceOf(BaseImageName.NoFrom.class);
        assertThat(base("", Map.of(), "")).isInstanceOf(BaseImageName.NoFrom.class);
    }

    @Test
    void platformsAreKnownBeforeTheFirstFrom() {
        Build build =
                Build.of(
                        parse("FROM a-$TARGETARCH-${TARGETVARIANT}-$BUILDOS\n"),
                        new BuildArguments(Map.of(), Optional.empty(), "linux/arm64/v8"));
        assertThat(((BaseImageName.Name) build.base()).reference()).isEqualTo("a-arm64-v8-linux");
    }

    @Test
    void aStageNameDoesNotNameItself() {
        assertThat(name("FROM alpine AS alpine\nRUN x\n", Map.of(), "")).isEqualTo("alpine");
    }

    @Test
    void stepsSeeTheVariablesOfTheirStages() {
        List<Step> steps = Build.of(parse(STAGES), BuildArguments.none()).steps();
        assertThat(steps)
                .extracting(each -> each.instruction().kind())
                .containsExactly(InstructionKind.ENV, InstructionKind.ARG, InstructionKind.COPY);
        assertThat(steps.getLast().words())
                .extracting(Expansion::text)
                .containsExactly("/out/3.20", "/app1");
    }

    @Test
    void oneEnvSeesWhatWasBeforeIt() {
        List<Step> steps =
                Build.of(
                                parse("FROM a\nENV x=1\nENV x=2 y=$x\nWORKDIR /$y$x\n"),
                                BuildArguments.none())
                        .steps();
        assertThat(steps.getLast().words().getFirst().text()).isEqualTo("/12");
    }
}
