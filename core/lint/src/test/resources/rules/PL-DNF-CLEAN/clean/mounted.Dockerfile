FROM fedora:40
RUN --mount=type=cache,target=/var/cache/dnf dnf install -y a-1.2
