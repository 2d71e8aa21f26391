FROM registry.elsewhere.example/debian:12.5
