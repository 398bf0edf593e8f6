#!/usr/bin/env bash
# Calls what was just deployed: --open must answer 200 to anybody, --closed must refuse a call without
# a token and one with a forged token, and answer 200 to the scheduler's account; --members must know that account from
# its token and refuse it, because it is no member: 401 would mean that no agent's token is understood. Starting a slot
# twice decides it once, so this may be run at any time. New permissions take up to seven minutes to arrive, so each
# call has eight.
set -euo pipefail

open='' closed='' members='' members_audience='' audience='' caller=''
for option in "$@"; do
  case "$option" in
    --open=*) open=${option#*=} ;;
    --closed=*) closed=${option#*=} ;;
    --members=*) members=${option#*=} ;;
    --members-audience=*) members_audience=${option#*=} ;;
    --audience=*) audience=${option#*=} ;;
    --caller=*) caller=${option#*=} ;;
    *) echo "smoke.sh takes --open, --closed, --members, --members-audience, --audience and --caller; got '$option'" >&2; exit 2 ;;
  esac
done
patience=${SMOKE_PATIENCE_SECONDS:-480}

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
    sleep "${MAESTRO_PAUSE_SECONDS:-3}"
  done
}

expect 'health, open to anybody' 200 "$open"
expect 'a slot, without a token' '401|403' --request POST --data '' "$closed"
# What the function would take for a token of the scheduler's that Cloud Run has checked.
claims=$(printf '{"iss":"https://accounts.google.com","aud":"%s","email":"%s","email_verified":true,"exp":4102444800}' \
  "$audience" "$caller" | base64 | tr -d '=\n' | tr '/+' '_-')
expect 'a slot, with a forged token' '401|403' --request POST --data '' \
  --header "Authorization: Bearer eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.$claims.SIGNATURE_REMOVED_BY_GOOGLE" "$closed"
token_for() {
  gcloud auth print-identity-token --quiet --impersonate-service-account="$caller" --audiences="$1" --include-email
}
token=$(token_for "$audience")
expect 'a slot, as the scheduler' 200 --request POST --data '' \
  --header "Authorization: Bearer $token" "$closed"
token=$(token_for "$members_audience")
expect 'the API, as somebody who is no member' 403 --header "Authorization: Bearer $token" \
  --header 'X-Maestro-Tenant: smoke-test' "$members"
