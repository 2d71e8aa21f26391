ARG V=1
FROM debian:12.5
LABEL v=${V:-2}
