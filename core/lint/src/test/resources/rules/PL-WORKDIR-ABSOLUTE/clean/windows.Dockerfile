FROM windows:1
WORKDIR C:\\app
