FROM golang:1.22
RUN go install example.org/tool@v1.2.3
