#!/bin/sh
# The library cannot ask what time it is: without the program's features chrono has no clock, so a call of it does not
# compile. Run from anywhere; the first argument is a folder to build in. Needs no network.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
build=${1:?usage: pure.sh FOLDER}
copy=$build/copy
cargo=${CARGO:-cargo}

# A copy, so that the probe is never seen in the working tree; under one path, so that a second run builds next to nothing.
mkdir -p "$build"
rm -rf "$copy"
mkdir "$copy"
cp "$root/Cargo.toml" "$root/Cargo.lock" "$copy/"
cp -R "$root/src" "$copy/"
# What else the manifest may name; the library needs none of it, but cargo wants to see it.
for folder in benches examples tests; do
    if [ -d "$root/$folder" ]; then cp -R "$root/$folder" "$copy/"; fi
done

check() {
    "$cargo" check --quiet --offline --locked --lib --no-default-features \
        --manifest-path "$copy/Cargo.toml" --target-dir "$build/target" 2>"$build/stderr"
}

fail() {
    printf '%s\n' "$1" >&2
    cat "$build/stderr" >&2
    exit 1
}

# As it is, it compiles: otherwise the probes below would fail for another reason.
check || fail "the library does not compile without its program"

cp "$copy/src/lib.rs" "$build/lib.rs"
for probe in \
    'chrono::Utc::now();' \
    'chrono::Local::now();' \
    'chrono::Local;' \
    'chrono::Utc::today();'; do
    cp "$build/lib.rs" "$copy/src/lib.rs"
    printf '\n/// A probe.\npub fn probe() {\n    let _probe = %s\n}\n' "$probe" >>"$copy/src/lib.rs"
    if check; then fail "the library can call $probe"; fi
    # It has to fail for want of that name (E0425, E0433, E0599), and for nothing else.
    grep -Eq '^error\[E0(425|433|599)\]' "$build/stderr" || fail "$probe fails for another reason"
    if grep '^error\[' "$build/stderr" | grep -Evq '^error\[E0(425|433|599)\]'; then fail "$probe fails for more than that"; fi
done

# And a call that chrono has without a clock compiles in the same place: the probe itself is sound.
cp "$build/lib.rs" "$copy/src/lib.rs"
printf '\n/// A probe.\npub fn probe() {\n    let _probe = chrono::Utc;\n}\n' >>"$copy/src/lib.rs"
check || fail "a probe that asks for nothing does not compile"

# All that it stands on.
"$cargo" tree --offline --locked --no-default-features --edges normal --prefix none --format '{lib}' \
    --manifest-path "$copy/Cargo.toml" | sort -u >"$build/tree"
printf 'chrono\nnum_traits\nreconnect\n' >"$build/expected"
diff "$build/expected" "$build/tree" || fail "the library stands on something else than chrono and num-traits"
