FROM --platform=linux/arm arm32v7/debian:12.5
