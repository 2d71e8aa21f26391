package io.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.plimsoll.model.BaseAdvice;
import io.plimsoll.report.base.RebuildReports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What `base` and `base stale` write, as reviewed files and against their schemas.
/// `-Dgolden.update=true` writes the files anew.
final class BaseReportsTest {
    private static final RebuildReports.Context CONTEXT =
            new RebuildReports.Context(
                    "1.2.3", LocalDate.of(2026, 11, 24), Optional.of(LocalDate.of(2026, 11, 22)));

    private static String advice(String format, BaseAdvice advice) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        io.plimsoll.report.base.BaseReports.write(format, BaseReports.known(), advice, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String rebuilds(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RebuildReports.write(format, Advices.rebuilds(), CONTEXT, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void adviceForPeople() throws IOException {
        Golden.check("base-advice.txt", advice("text", Advices.rich()));
        assertThat(advice("text", Advices.best()))
                .contains("Nothing better is known")
                .contains("3 images are worse: --all");
    }

    @Test
    void adviceForPrograms() throws IOException {
        Golden.check("base-advice.json", advice("json", Advices.rich()));
        assertThat(errors("base", advice("json", Advices.rich()))).isEmpty();
        assertThat(errors("base", advice("json", Advices.best()))).isEmpty();
        assertThat(errors("base", advice("json", Advices.rich()).replace("\"minor\"", "\"x\"")))
                .isNotEmpty();
    }

    @Test
    void plansForPeopleAndPrograms() throws IOException {
        Golden.check("rebuild.txt", rebuilds("text"));
        Golden.check("rebuild.json", rebuilds("json"));
        assertThat(errors("rebuild", rebuilds("json"))).isEmpty();
        assertThat(errors("rebuild", rebuilds("json").replace("\"stale\"", "\"old\"")))
                .isNotEmpty();
    }

    private static List<?> errors(String schema, String document) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(
                        Files.readString(Path.of("../../docs/" + schema + "-schema.json")),
                        InputFormat.JSON)
                .validate(document, InputFormat.JSON);
    }
}
