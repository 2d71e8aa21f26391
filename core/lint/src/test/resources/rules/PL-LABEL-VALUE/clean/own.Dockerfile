FROM debian:12.5
LABEL version=1.2.3-rc.1 commit=0123456 contact=a@example.org
