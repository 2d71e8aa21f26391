ARG V=3.9
FROM python:${V}-slim
