package io.plimsoll.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.image.ImageConfig;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What builders write into a history.
final class StepTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/bin/sh -c #(nop)  CMD [\"bash\"]; CMD; [\"bash\"];",
                "/bin/sh -c #(nop) ADD file:1 in / ; ADD; file:1 in /;",
                "/bin/sh -c apt-get update; RUN; apt-get update;",
                "|2 A=b C=d /bin/sh -c make; RUN; make; A=b C=d",
                "RUN /bin/sh -c make # buildkit; RUN; make;",
                "RUN |1 TOKEN=x y /bin/sh -c make # buildkit; RUN; make; TOKEN=x y",
                "RUN /bin/bash -o pipefail -c make; RUN; make;",
                "COPY a b # buildkit; COPY; a b;",
                "ENV A=b; ENV; A=b;",
                "made by hand; ''; made by hand;"
            })
    void aStepIsToldByWhoWroteIt(String line, String instruction, String text, String arguments) {
        Step step = Step.of(new ImageConfig.History(line, Optional.empty(), "", false), 0);
        assertThat(step.instruction()).isEqualTo(instruction);
        assertThat(step.text()).isEqualTo(text);
        assertThat(step.buildArguments()).isEqualTo(arguments == null ? "" : arguments);
    }
}
