#!/bin/sh
# Docker CLI plugin `docker scan`: answers what Docker asks of its plugins at each `docker --help`, `docker pull`
# and `docker build` itself, and hands `docker scan` to Plimsoll, without which Docker would wait for a JVM.
#
# Source of the protocol: docker/cli, cli-plugins/metadata and cli-plugins/hooks.
set -u
self=$0
while [ -h "$self" ]; do
    target=$(readlink "$self")
    case $target in /*) self=$target ;; *) self=${self%/*}/$target ;; esac
done
home=${self%/*}

metadata() {
    version=@VERSION@
    # In the sources nothing has filled it in.
    case $version in @*) version=$(sed -n '/<version>/{s/.*<version>\(.*\)<.*/\1/p;q;}' "$home/../../pom.xml") ;; esac
    printf '{"SchemaVersion":"0.1.0","Vendor":"Plimsoll","Version":"v%s","ShortDescription":"Docker Scan"}\n' "$version"
}

# What Docker was called with, a line each. Its hooks tell which options were there, not what they were.
called() {
    if [ -r "/proc/$PPID/cmdline" ]; then
        tr '\0' '\n' <"/proc/$PPID/cmdline"
    else
        ps -o args= -p "$PPID" | tr ' ' '\n'
    fi
}

# The image that was pulled: the first argument behind `pull`.
pulled() {
    called | {
        seen='' skip=''
        while IFS= read -r word; do
            [ -n "$skip" ] && { skip=''; continue; }
            case $seen$word in
            pull) seen=+ ;;
            +--platform) skip=+ ;;
            +-*) ;;
            +*) echo "$word"; return ;;
            esac
        done
    }
}

# The first name that was given to what was built.
built() {
    called | {
        wanted=''
        while IFS= read -r word; do
            [ -n "$wanted" ] && { echo "$word"; return; }
            case $word in
            -t | --tag) wanted=+ ;;
            --tag=*) echo "${word#--tag=}"; return ;;
            -t=*) echo "${word#-t=}"; return ;;
            -t?*) echo "${word#-t}"; return ;;
            esac
        done
    }
}

# A hint below the output of docker pull and docker build; nothing where the image has no name.
# Usage: hint JSON
hint() {
    # A command that failed has made no image.
    case $1 in *'"CommandError":""'*) ;; *'"CommandError"'*) return ;; esac
    case $1 in
    *'"RootCmd":"pull"'* | *'"RootCmd":"image pull"'*) image=$(pulled) ;;
    *'"RootCmd":"build"'* | *'"RootCmd":"image build"'* | *'"RootCmd":"buildx build"'*) image=$(built) ;;
    *) return ;;
    esac
    case $image in '' | *[!a-zA-Z0-9._/:@-]*) return ;; esac
    printf '{"Type":0,"Template":"View a summary of image vulnerabilities → docker scan %s"}\n' "$image"
}

complete() {
    for last; do :; done
    case ${last:-} in
    -*)
        for option in accept-license dependency-tree exclude-base file group-issues help json login reject-license \
            severity token version; do
            case --$option in "$last"*) echo "--$option" ;; esac
        done
        ;;
    esac
    echo ":4"
}

# Docker's own options come before the name of the command.
while [ $# -gt 0 ]; do
    case $1 in
    docker-cli-plugin-metadata) metadata; exit ;;
    __complete | __completeNoDesc) shift; complete "$@"; exit ;;
    scan) shift; break ;;
    --config) export DOCKER_CONFIG="$2"; shift 2 ;;
    --config=*) export DOCKER_CONFIG="${1#--config=}"; shift ;;
    -c | --context) export DOCKER_CONTEXT="$2"; shift 2 ;;
    --context=*) export DOCKER_CONTEXT="${1#--context=}"; shift ;;
    -H | --host) export DOCKER_HOST="$2"; shift 2 ;;
    --host=*) export DOCKER_HOST="${1#--host=}"; shift ;;
    --tlscacert | --tlscert | --tlskey | -l | --log-level) shift 2 ;;
    --tlsverify) export DOCKER_TLS_VERIFY=1; shift ;;
    -*) shift ;;
    *) break ;;
    esac
done
case ${1:-} in
docker-cli-plugin-hooks) hint "${2:-}"; exit ;;
esac

for plimsoll in "$home/plimsoll" "$home/../../plimsoll"; do
    [ -f "$plimsoll" ] && exec "$plimsoll" docker-scan "$@"
done
echo "docker scan: no plimsoll in $home; install it again" >&2
exit 1
