FROM debian:12.5
COPY ./NOTES.md /srv/
