package io.plimsoll.dockerfile;

import java.util.Locale;

/// The instructions of a Dockerfile.
///
/// Source: the Dockerfile reference, section "Overview".
public enum InstructionKind {
    ADD(Form.JSON_OR_WORDS),
    ARG(Form.NAMES),
    CMD(Form.JSON_OR_TEXT),
    COPY(Form.JSON_OR_WORDS),
    ENTRYPOINT(Form.JSON_OR_TEXT),
    ENV(Form.PAIRS),
    EXPOSE(Form.WORDS),
    FROM(Form.WORDS),
    HEALTHCHECK(Form.CHECK),
    LABEL(Form.PAIRS),
    MAINTAINER(Form.TEXT),
    ONBUILD(Form.TRIGGER),
    RUN(Form.JSON_OR_TEXT),
    SHELL(Form.JSON_OR_TEXT),
    STOPSIGNAL(Form.TEXT),
    USER(Form.TEXT),
    VOLUME(Form.JSON_OR_WORDS),
    WORKDIR(Form.TEXT),
    /// Any other keyword.
    UNKNOWN(Form.TEXT);

    /// How the arguments are written.
    enum Form {
        TEXT,
        WORDS,
        NAMES,
        PAIRS,
        JSON_OR_TEXT,
        JSON_OR_WORDS,
        CHECK,
        TRIGGER
    }

    private final Form form;

    InstructionKind(Form form) {
        this.form = form;
    }

    Form form() {
        return form;
    }

    /// The instruction of a keyword in any case.
    public static InstructionKind of(String keyword) {
        String upper = keyword.toUpperCase(Locale.ROOT);
        for (InstructionKind kind : values()) {
            if (kind != UNKNOWN && kind.name().equals(upper)) {
                return kind;
            }
        }
        return UNKNOWN;
    }

    /// Whether it puts files into the image.
    public boolean writesFiles() {
        return this == ADD || this == COPY || this == RUN;
    }

    boolean takesHeredocs() {
        return writesFiles();
    }
}
