FROM debian:12.5
LABEL org.opencontainers.image.created=2026-01-31T12:00:00Z org.opencontainers.image.source=https://example.org/a org.opencontainers.image.licenses="(MIT OR Apache-2.0) AND BSD-3-Clause"
