FROM debian:12.5
CMD ["nginx", "-g", "off"]
