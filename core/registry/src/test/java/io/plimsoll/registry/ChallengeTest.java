package io.plimsoll.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ChallengeTest {
    @Test
    void aBearerChallengeNamesRealmServiceAndScope() {
        assertThat(
                        Challenge.parse(
                                List.of(
                                        "Bearer realm=\"https://auth.example/token?a=b,c\",service=\"reg"
                                                + "istry\", scope=\"repository:a/b:pull,push\"")))
                .containsExactly(
                        new Challenge(
                                "bearer",
                                Map.of(
                                        "realm",
                                        "https://auth.example/token?a=b,c",
                                        "service",
                                        "registry",
                                        "scope",
                                        "repository:a/b:pull,push")));
    }

    @Test
    void severalStandInOneValueOrInMany() {
        List<Challenge> expected =
                List.of(
                        new Challenge("negotiate", Map.of()),
                        new Challenge("basic", Map.of("realm", "a \"b\"")),
                        new Challenge("bearer", Map.of("realm", "x")));
        assertThat(
                        Challenge.parse(
                                List.of("Negotiate, BASIC Realm=\"a \\\"b\\\"\", Bearer realm=x")))
                .isEqualTo(expected);
        assertThat(
                        Challenge.parse(
                                List.of(
                                        "Negotiate",
                                        "Basic realm=\"a \\\"b\\\"\"",
                                        "Bearer realm=x")))
                .isEqualTo(expected);
    }

    @Test
    void theFirstOfTwoParametersCounts() {
        assertThat(
                        Challenge.parse(List.of("Bearer realm=a, realm=b"))
                                .getFirst()
                                .parameter("realm"))
                .isEqualTo("a");
    }

    @Test
    void brokenOnesEndWithoutHarm() {
        for (String text :
                List.of(
                        "",
                        ",",
                        "=",
                        "\"",
                        "Bearer realm=\"",
                        "Bearer realm=\"a\\",
                        "= = =",
                        "a=b")) {
            assertThat(Challenge.parse(List.of(text)))
                    .allSatisfy(each -> assertThat(each.scheme()).isEqualTo("bearer"));
        }
        assertThat(Challenge.parse(List.of("Basic realm=" + "x".repeat(100_000)))).isEmpty();
    }
}
