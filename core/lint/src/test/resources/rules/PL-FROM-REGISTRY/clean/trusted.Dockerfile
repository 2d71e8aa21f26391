FROM registry.example/debian:12.5
