FROM debian:${TAG:-12.5}
