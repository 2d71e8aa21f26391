FROM debian:12.5
RUN set -eo pipefail; curl -s https://example.org/a.tgz | tar xz
