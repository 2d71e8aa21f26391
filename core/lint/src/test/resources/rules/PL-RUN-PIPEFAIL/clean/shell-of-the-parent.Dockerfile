FROM debian:12.5 AS a
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
FROM a
RUN curl -s https://example.org/a | sh
