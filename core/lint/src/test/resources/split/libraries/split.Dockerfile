FROM debian:12.5 AS build
RUN apt-get update && apt-get install -y gcc make libsqlite3-dev
COPY . /src/
RUN make -C /src && make -C /src install
RUN strip /usr/local/bin/app

FROM debian:12.5
RUN apt-get update \
    && apt-get install -y libsqlite3-0 \
    && rm -rf /var/lib/apt/lists/*
COPY --from=build /usr/local/bin/app /usr/local/bin/app
COPY --from=build /usr/local/etc/app.conf /usr/local/etc/app.conf
COPY --from=build /usr/local/lib/libown.so.1 /usr/local/lib/libown.so.1
COPY --from=build /usr/local/lib/libown.so.1.2 /usr/local/lib/libown.so.1.2
RUN ldconfig
RUN useradd -r app
USER app
CMD ["app", "--config", "/usr/local/etc/app.conf"]
