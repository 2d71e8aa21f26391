FROM arm64v8/debian:12.5
