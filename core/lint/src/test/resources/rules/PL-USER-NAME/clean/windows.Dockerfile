FROM mcr.example/windows/nanoserver:1809
USER ContainerUser
