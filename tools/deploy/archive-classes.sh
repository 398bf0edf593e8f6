#!/usr/bin/env bash
# archive-classes.sh OUT.jsa CLASSPATH TARGET...: starts each function once, asks it what needs Firestore,
# writes down the classes it loads, and archives all of them, so that later starts need not read and verify
# them. Nobody answers as Firestore: each function tries and gives up, with the classes of its client loaded.
set -euo pipefail
archive=$1 classpath=$2
shift 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export GOOGLE_CLOUD_PROJECT=demo-archive FIRESTORE_EMULATOR_HOST=127.0.0.1:9 \
  PUBSUB_EMULATOR_HOST=127.0.0.1:9 PORT=${PORT:-8099}

export MAESTRO_AUDIENCE=archive MAESTRO_SERVICE_CALLERS=scheduler@demo-archive.iam.gserviceaccount.com

# Unsigned, as emulators take it.
token() {
  printf '%s.%s.' "$(printf '{"alg":"none","typ":"JWT"}' | encoded)" "$(printf '%s' "$1" | encoded)"
}

encoded() {
  base64 -w 0 | tr '+/' '-_' | tr -d '='
}

ask() {
  curl --silent --output /dev/null --max-time 10 "$@" || true
}

event() {
  ask -X POST -H 'ce-id: 1' -H 'ce-specversion: 1.0' -H "ce-time: $(date -u +%FT%TZ)" "$@" "http://127.0.0.1:$PORT/"
}

# As a person, as Scheduler, as Pub/Sub and as Firestore would; a function passes over what is not for it.
ask_all() {
  local now slot message
  now=$(date +%s)
  slot=$(date -u -d "@$((now / 300 * 300))" +%FT%TZ)
  message="{\"tenant\":\"archive\",\"slot\":\"$slot\",\"account\":\"main\",\"nonce\":\"$(printf '0%.0s' {1..32})\",\"strategy\":\"\",\"kind\":\"ENTRY\"}"
  ask -H "Authorization: Bearer $(token '{"aud":"demo-archive","sub":"archive","tenant_id":"archive"}')" \
    "http://127.0.0.1:$PORT/api/maestro/policy"
  ask -X POST -H 'X-CloudScheduler: true' -H "X-CloudScheduler-ScheduleTime: $slot" \
    -H "Authorization: Bearer $(token "{\"iss\":\"https://accounts.google.com\",\"aud\":\"$MAESTRO_AUDIENCE\",\"sub\":\"$MAESTRO_SERVICE_CALLERS\",\"email\":\"$MAESTRO_SERVICE_CALLERS\",\"email_verified\":true,\"iat\":$now,\"exp\":$((now + 3600))}")" \
    "http://127.0.0.1:$PORT/"
  event -H 'ce-type: google.cloud.pubsub.topic.v1.messagePublished' -H 'Content-Type: application/json' \
    -H 'ce-source: //pubsub.googleapis.com/projects/demo-archive/topics/archive' \
    -d "{\"message\":{\"messageId\":\"1\",\"data\":\"$(printf '%s' "$message" | base64 -w 0)\"}}"
  event -H 'ce-type: google.cloud.firestore.document.v1.written' -H 'Content-Type: application/protobuf' \
    -H 'ce-source: //firestore.googleapis.com/projects/demo-archive/databases/(default)' \
    -H 'ce-document: users/archive/tradeJournal/t1' -H 'ce-subject: documents/users/archive/tradeJournal/t1' --data ''
}

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
  ask_all
  kill "$function"
  wait "$function" || true
done
awk '!seen[$0]++' "$work"/*.classes > "$work/all"
java -Xshare:dump -XX:+UseSerialGC -XX:SharedClassListFile="$work/all" \
  -XX:SharedArchiveFile="$archive" -cp "$classpath" > "$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
