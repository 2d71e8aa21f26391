FROM debian:12.5
ADD rootfs.tar.xz /
