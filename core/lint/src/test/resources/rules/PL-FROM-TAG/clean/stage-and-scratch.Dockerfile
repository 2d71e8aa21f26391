FROM scratch AS empty
FROM empty
