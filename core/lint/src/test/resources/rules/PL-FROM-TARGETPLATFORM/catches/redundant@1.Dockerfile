FROM --platform=$TARGETPLATFORM debian:12.5
