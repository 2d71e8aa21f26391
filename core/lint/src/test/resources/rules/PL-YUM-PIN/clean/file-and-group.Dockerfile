FROM centos:7
RUN yum install -y https://example.org/a.rpm @development "dnf-command(download)"
