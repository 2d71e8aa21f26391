FROM scratch AS empty
