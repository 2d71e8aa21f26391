FROM debian:12.5
RUN <<EOF
set -e
apt-get install -y curl
EOF
