package io.plimsoll.daemon.docker;

import io.plimsoll.fuzz.FuzzTarget;
import io.plimsoll.image.ImageFormatException;
import io.plimsoll.image.json.Json;
import io.plimsoll.model.LimitExceededException;
import io.plimsoll.model.Limits;
import java.io.IOException;

/// What an engine says of an image.
public final class InspectionFuzz {
    private InspectionFuzz() {}

    public static void run(byte[] input) throws IOException {
        try {
            Inspection.read(Json.parse(input, Limits.standard(), "the answer"));
        } catch (ImageFormatException | LimitExceededException documented) {
            FuzzTarget.shown(String.valueOf(documented.getMessage()));
        }
    }
}
