#!/usr/bin/env bash
# build.sh OUT.jar: compiles src against Maestro's engine and makes a jar of it.
# MAESTRO_ENGINE is the engine's jar or classes; from a checkout that was built once it need not be set.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
out=${1:?usage: samples/strategy/build.sh OUT.jar}
engine=${MAESTRO_ENGINE:-$here/../../shared/engine/target/classes}
bin=${JAVA_HOME:+$JAVA_HOME/bin/}
classes=$(mktemp -d)
trap 'rm -rf "$classes"' EXIT
# Maestro runs on Java 17 and newer, so the classes must be of 17.
find "$here/src" -name '*.java' -print0 | xargs -0 "${bin}javac" --release 17 -cp "$engine" -d "$classes"
"${bin}jar" --create --file "$out" -C "$classes" . -C "$here/src" META-INF
