FROM opensuse/leap:15.6
RUN zypper --non-interactive install a && zypper -n in b
