#!/usr/bin/env bash
# merge-jars.sh OUT.jar IN.jar...: one jar of several; a services file holds the lines of all of them.
set -euo pipefail
out=$(realpath -m "$1")
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/all" "$work/services"
for jar in "$@"; do
  unzip -qo "$jar" -d "$work/all"
  for file in "$work"/all/META-INF/services/*; do
    name=$(basename "$file")
    { cat "$file"; echo; } >> "$work/services/$name"
    rm "$file"
  done
done
for file in "$work"/services/*; do
  awk 'NF && !seen[$0]++' "$file" > "$work/all/META-INF/services/$(basename "$file")"
done
printf 'Multi-Release: true\n' > "$work/manifest"
rm -f "$work/all/META-INF/MANIFEST.MF"
jar --create --file "$out" --manifest "$work/manifest" --no-compress -C "$work/all" .
