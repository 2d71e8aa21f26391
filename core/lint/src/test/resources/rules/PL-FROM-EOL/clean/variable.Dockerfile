ARG V
FROM python:${V}-slim
