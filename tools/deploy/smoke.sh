#!/usr/bin/env bash
# Calls what was just deployed: --open must answer 200 to anybody, --closed must refuse a call without
# a token and one with a forged token, and answer 200 to the scheduler's account. Starting a slot twice
# decides it once, so this may be run at any time. New permissions take up to two minutes to arrive, so each call has as long.
set -euo pipefail

open='' closed='' audience='' caller=''
for option in "$@"; do
  case "$option" in
    --open=*) open=${option#*=} ;;
    --closed=*) closed=${option#*=} ;;
    --audience=*) audience=${option#*=} ;;
    --caller=*) caller=${option#*=} ;;
    *) echo "smoke.sh takes --open, --closed, --audience and --caller; got '$option'" >&2; exit 2 ;;
  esac
done
patience=${SMOKE_PATIENCE_SECONDS:-120}

# name, expected status as a pattern, then the call
expect() {
  local name=$1 pattern=$2 status deadline=$((SECONDS + patience))
  shift 2
  while true; do
    status=$(curl --silent --output /dev/null --write-out '%{http_code}' --max-time 60 "$@") || true
    if [[ $status =~ ^($pattern)$ ]]; then
      echo "smoke: $name: $status"
      return
    fi
    if [ "$SECONDS" -ge "$deadline" ]; then
      echo "smoke: $name: got $status, expected $pattern" >&2
      exit 1
    fi
    sleep 3
  done
}

expect 'health, open to anybody' 200 "$open"
expect 'a slot, without a token' '401|403' --request POST --data '' "$closed"
# What the function would take for a token of the scheduler's that Cloud Run has checked.
claims=$(printf '{"iss":"https://accounts.google.com","aud":"%s","email":"%s","email_verified":true,"exp":4102444800}' \
  "$audience" "$caller" | base64 | tr -d '=\n' | tr '/+' '_-')
expect 'a slot, with a forged token' '401|403' --request POST --data '' \
  --header "Authorization: Bearer eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.$claims.SIGNATURE_REMOVED_BY_GOOGLE" "$closed"
token=$(gcloud auth print-identity-token --quiet --impersonate-service-account="$caller" \
  --audiences="$audience" --include-email)
expect 'a slot, as the scheduler' 200 --request POST --data '' \
  --header "Authorization: Bearer $token" "$closed"
