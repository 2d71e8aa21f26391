FROM golang:1.22
RUN go install example.org/tool@main && go version
