package io.plimsoll.cli;

import io.plimsoll.model.Limit;
import io.plimsoll.model.Limits;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// A `--max-…` option for each limit.
final class LimitOptions {
    private LimitOptions() {}

    static void addTo(CommandSpec spec) {
        for (Limit limit : Limit.values()) {
            spec.addOption(
                    OptionSpec.builder(limit.flag())
                            .paramLabel("N")
                            .type(Long.class)
                            .description(limit.unit() + " (default " + limit.standard() + ")")
                            .build());
        }
    }

    static Limits of(ParseResult parsed) {
        Limits limits = Limits.standard();
        for (Limit limit : Limit.values()) {
            Optional<Long> value =
                    Optional.ofNullable(parsed.matchedOptionValue(limit.flag(), null));
            if (value.isPresent()) {
                limits = limits.with(limit, value.get());
            }
        }
        return limits;
    }
}
