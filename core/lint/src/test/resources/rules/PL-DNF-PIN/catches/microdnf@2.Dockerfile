FROM fedora:40
RUN microdnf install -y httpd
