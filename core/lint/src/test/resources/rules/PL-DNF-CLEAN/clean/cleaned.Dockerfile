FROM fedora:40
RUN dnf install -y a-1.2 && dnf clean all
