from debian:12.5
run a
