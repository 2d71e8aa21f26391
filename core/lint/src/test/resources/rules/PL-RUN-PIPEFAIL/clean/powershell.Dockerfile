FROM windows:1
SHELL ["powershell", "-command"]
RUN a | b
