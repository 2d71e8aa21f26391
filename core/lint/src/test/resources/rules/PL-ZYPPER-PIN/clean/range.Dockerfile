FROM opensuse/leap:15.6
RUN zypper in -y "httpd>=2.4"
