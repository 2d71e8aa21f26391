FROM python:3.12
RUN pip install -r requirements.txt
RUN pip install . -e ./tool git+https://example.org/a.git
