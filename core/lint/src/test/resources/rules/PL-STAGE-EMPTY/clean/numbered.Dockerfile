FROM busybox:1.36
FROM debian:12.5
COPY --from=0 /bin/busybox /bin/
