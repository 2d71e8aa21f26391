FROM debian:12.5
COPY --from=busybox:1.36 /* /opt/
