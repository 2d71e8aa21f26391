FROM debian:12.5
MAINTAINER Ann Onym <ann@example.org>
