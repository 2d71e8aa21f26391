FROM opensuse/leap:15.6
RUN --mount=type=cache,target=/var/cache/zypp zypper install -y a-1.2
