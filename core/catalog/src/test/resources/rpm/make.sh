#!/bin/sh
# Makes the databases of this folder with the formats' own tools.
# Needs the Debian 12 packages rpm, gcc, db5.3-util, sqlite3, python3, gnupg.
# Usage: RPM_SOURCE=rpm-4.18.0 make.sh FOLDER
# The cases are written below FOLDER; RPM_SOURCE is rpm's unpacked source, for the form "ndb".
set -eu
out=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME="$work"

spec() { # name version release epoch extra-header
    cat > "$work/$1.spec" <<SPEC
Name: $1
Version: $2
Release: $3
Epoch: $4
Summary: made for a test
License: MIT and BSD
$5
Requires: /bin/sh
Requires: plimsoll-base >= 1.2
Provides: $1(capability) = $2
%description
Made for a test.
%package libs
Summary: libraries of a test package
License: LGPLv2+
%description libs
Made for a test.
%install
mkdir -p %{buildroot}/usr/bin %{buildroot}/usr/lib/$1 %{buildroot}/usr/share/$1
echo $1 > %{buildroot}/usr/bin/$1
for i in \$(seq 1 $6); do echo \$i > %{buildroot}/usr/share/$1/a-file-with-a-name-\$i; done
echo $1 > %{buildroot}/usr/lib/$1/lib$1.so.1
%files
/usr/bin/$1
/usr/share/$1
%files libs
/usr/lib/$1
SPEC
    rpmbuild -bb --define "_topdir $work/build" --define "_build_id_links none" \
        --target "$7" "$work/$1.spec" > "$work/log" 2>&1 || { cat "$work/log"; exit 1; }
}

install_all() { # folder
    mkdir -p "$1"
    rpm --dbpath "$1" --define "_db_backend sqlite" --initdb
    rpm --dbpath "$1" --define "_db_backend sqlite" --import "$work/key.asc"
    rpm --dbpath "$1" --define "_db_backend sqlite" --force-debian --justdb --nodeps --ignorearch \
        -i "$work"/build/RPMS/*/plimsoll-*.rpm "$work"/build/RPMS/*/zoned-*.rpm
}

spec plimsoll-base 1.4.2 3.el9 0 "" 3 x86_64
spec zoned 20240101 1.el9_4 2 "ModularityLabel: zoned:rhel9:9040020240101:abcdef12" 60 noarch
spec later 0.1~rc1 0.fc40 0 "" 1 x86_64
gpg --batch --quiet --pinentry-mode loopback --passphrase '' --quick-gen-key 'Test <test@example.org>' rsa2048 2>/dev/null
gpg --armor --export > "$work/key.asc"

# SQLite, closed in good order.
install_all "$work/sqlite"
mkdir -p "$out/sqlite/in/usr/lib/sysimage/rpm"
cp "$work/sqlite/rpmdb.sqlite" "$out/sqlite/in/usr/lib/sysimage/rpm/"

# SQLite with two packages that stand only in the write-ahead log: a reader holds the log open.
mkdir -p "$out/sqlite-wal/in/var/lib/rpm"
python3 - "$work/sqlite/rpmdb.sqlite" "$out/sqlite-wal/in/var/lib/rpm" "$work" <<'PY'
import glob, shutil, sqlite3, subprocess, sys
database, target, work = sys.argv[1:]
reader = sqlite3.connect(database)
reader.execute("pragma journal_mode").fetchall()
reader.execute("begin")
reader.execute("select count(*) from Packages").fetchall()
subprocess.run(["rpm", "--dbpath", database.rsplit("/", 1)[0], "--define", "_db_backend sqlite",
                "--force-debian", "--justdb", "--nodeps", "-i"]
               + sorted(glob.glob(work + "/build/RPMS/*/later-*.rpm")), check=True)
for end in ("", "-wal"):
    shutil.copy(database + end, target)
PY

# ndb, from the headers of the SQLite database, by rpm's own writer: Debian builds rpm without this
# form. The second of four packages is removed again, which leaves a free slot.
cat > "$work/system.h" <<'C'
#define _(text) text
#define rpmlog(level, ...) fprintf(stderr, __VA_ARGS__)
#define xcalloc calloc
#define xmalloc malloc
#define xrealloc realloc
#define xstrdup strdup
C
mkdir -p "$work/rpm" && touch "$work/rpm/rpmlog.h"
cat > "$work/main.c" <<'C'
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include "rpmpkg.h"
int main(int argc, char **argv)
{
    rpmpkgdb db;
    if (rpmpkgOpen(&db, argv[1], O_RDWR | O_CREAT, 0644)) return 1;
    for (int i = 2; i < argc; i++) {
        static unsigned char blob[1 << 20];
        unsigned int index;
        FILE *in = fopen(argv[i], "rb");
        size_t length = fread(blob, 1, sizeof blob, in);
        fclose(in);
        if (rpmpkgNextPkgIdx(db, &index) || rpmpkgPut(db, index, blob, length)) return 1;
    }
    if (rpmpkgDel(db, 2) || rpmpkgVerify(db)) return 1;
    rpmpkgClose(db);
    return 0;
}
C
cc -w -I"$work" -I"$RPM_SOURCE/lib/backend/ndb" "$work/main.c" \
    "$RPM_SOURCE/lib/backend/ndb/rpmpkg.c" -o "$work/ndb"
python3 - "$out/sqlite/in/usr/lib/sysimage/rpm/rpmdb.sqlite" "$work" <<'PY'
import sqlite3, sys
for number, blob in sqlite3.connect(sys.argv[1]).execute("select hnum, blob from Packages"):
    open("%s/%d.header" % (sys.argv[2], number), "wb").write(blob)
PY
mkdir -p "$out/ndb/in/usr/lib/sysimage/rpm"
rm -f "$out/ndb/in/usr/lib/sysimage/rpm/Packages.db"
"$work/ndb" "$out/ndb/in/usr/lib/sysimage/rpm/Packages.db" "$work"/*.header

# Berkeley DB in both byte orders, from the headers of the SQLite database. rpm 4.18 only reads this
# form; db5.3_load writes it as rpm did.
for order in little big; do
    mkdir -p "$out/berkeley-$order/in/var/lib/rpm"
    rm -f "$out/berkeley-$order/in/var/lib/rpm/Packages"
    python3 - "$out/sqlite/in/usr/lib/sysimage/rpm/rpmdb.sqlite" $order <<'PY' |
import sqlite3, sys
order = sys.argv[2]
print("VERSION=3\nformat=bytevalue\ntype=hash\ndb_pagesize=4096")
print("db_lorder=" + ("1234" if order == "little" else "4321") + "\nHEADER=END")
rows = sqlite3.connect(sys.argv[1]).execute("select hnum, blob from Packages").fetchall()
rows.append((0, len(rows).to_bytes(4, order)))
for number, blob in rows:
    print(" " + number.to_bytes(4, order).hex() + "\n " + blob.hex())
print("DATA=END")
PY
        db5.3_load "$out/berkeley-$order/in/var/lib/rpm/Packages"
done
