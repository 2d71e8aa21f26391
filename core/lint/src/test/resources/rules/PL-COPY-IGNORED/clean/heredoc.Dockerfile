FROM debian:12.5
COPY <<a.md /srv/
a
a.md
