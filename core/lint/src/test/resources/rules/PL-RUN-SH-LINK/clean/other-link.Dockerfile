FROM debian:12.5
RUN ln -s /bin/sh /usr/local/bin/shell
