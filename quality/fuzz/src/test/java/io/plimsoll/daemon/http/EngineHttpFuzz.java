package io.plimsoll.daemon.http;

import io.plimsoll.fuzz.FuzzTarget;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/// What an engine answers.
public final class EngineHttpFuzz {
    private static final int MOST = 1024 * 1024;

    private EngineHttpFuzz() {}

    public static void run(byte[] input) throws IOException {
        try (HttpAnswer answer = HttpClient.answer(new Bytes(new ByteArrayInputStream(input)))) {
            FuzzTarget.require(answer.status() >= 200, "an answer that is none yet");
            FuzzTarget.require(answer.bytes(MOST).length <= input.length, "more than came");
        } catch (HttpFormatException documented) {
            FuzzTarget.shown(String.valueOf(documented.getMessage()));
        }
    }

    private record Bytes(InputStream in) implements Connection {
        @Override
        public void send(byte[] request) {
            // Nobody hears it.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
