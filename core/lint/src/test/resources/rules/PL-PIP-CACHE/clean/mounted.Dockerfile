FROM python:3.12
RUN --mount=type=cache,target=/root/.cache/pip pip install flask==3.0.3
