package io.plimsoll.feeds;

import io.plimsoll.fuzz.FuzzTarget;
import io.plimsoll.fuzz.Scratch;
import io.plimsoll.json.Json;
import io.plimsoll.json.JsonFormatException;
import io.plimsoll.json.JsonObject;
import io.plimsoll.model.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Records of upstream feeds.
public final class FeedFuzz {
    private FeedFuzz() {}

    /// One OSV record.
    public static void osv(byte[] input) {
        try {
            JsonObject record = Json.parse(input).asObject();
            OsvParser.Parsed parsed = OsvParser.parse(record);
            FuzzTarget.require(!parsed.advisory().id().isEmpty(), "an advisory without id");
            FuzzTarget.require(
                    parsed.equals(OsvParser.parse(record)), "the same record, another advisory");
        } catch (JsonFormatException | FeedFormatException documented) {
            // It says so itself.
        }
    }

    /// One file as each of the other feeds.
    public static void all(byte[] input) throws IOException {
        List<Problem> problems = new ArrayList<>();
        Path json = folder("json/file.json", input);
        NvdFeed.read(json, problems::add);
        KevFeed.read(json, problems::add);
        EolFeed.read(json, problems::add);
        EpssFeed.read(folder("csv/file.csv", input), problems::add);
        problems.forEach(each -> FuzzTarget.require(!each.reason().isBlank(), "no reason"));
    }

    private static Path folder(String name, byte[] content) throws IOException {
        return Scratch.write(name, content).resolveSibling("");
    }
}
