FROM debian:12.5
RUN <<EOF
a

b
EOF
