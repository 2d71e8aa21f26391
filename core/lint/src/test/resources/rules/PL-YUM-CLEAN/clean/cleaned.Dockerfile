FROM centos:7
RUN yum install -y a-1.2 && yum clean all
