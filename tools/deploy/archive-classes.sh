#!/usr/bin/env bash
# archive-classes.sh OUT.jsa CLASSPATH TARGET...: starts each function once, writes down the classes it
# loads until it answers, and archives all of them, so that later starts need not read and verify them.
set -euo pipefail
archive=$1 classpath=$2
shift 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export GOOGLE_CLOUD_PROJECT=demo-archive FIRESTORE_EMULATOR_HOST=127.0.0.1:9 \
  PUBSUB_EMULATOR_HOST=127.0.0.1:9 PORT=${PORT:-8099}

for target in "$@"; do
  java -XX:DumpLoadedClassList="$work/$target.classes" -XX:+UseSerialGC -cp "$classpath" \
    com.google.cloud.functions.invoker.runner.Invoker --target "$target" > "$work/log" 2>&1 &
  function=$!
  deadline=$((SECONDS + 60))
  until curl --silent --output /dev/null --max-time 10 "http://127.0.0.1:$PORT/health"; do
    if [ "$SECONDS" -ge "$deadline" ] || ! kill -0 "$function" 2> /dev/null; then
      cat "$work/log" >&2
      echo "archive-classes.sh: $target does not answer on port $PORT" >&2
      kill "$function" 2> /dev/null || true
      exit 1
    fi
    sleep 0.2
  done
  kill "$function"
  wait "$function" || true
done
awk '!seen[$0]++' "$work"/*.classes > "$work/all"
java -Xshare:dump -XX:+UseSerialGC -XX:SharedClassListFile="$work/all" \
  -XX:SharedArchiveFile="$archive" -cp "$classpath" > "$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
