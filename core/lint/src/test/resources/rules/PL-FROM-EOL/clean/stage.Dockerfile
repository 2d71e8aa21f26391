FROM scratch AS python
FROM python
