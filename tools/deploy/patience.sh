#!/usr/bin/env bash
# To be sourced: what was made a moment ago is not known everywhere at once. Google gives new accounts and roles up to
# seven minutes (cloud.google.com/iam/docs/access-change-propagation).

# patiently TRIES SECONDS COMMAND...: runs it until it succeeds, at most so often, with pauses that double.
# MAESTRO_PAUSE_SECONDS stands in for every pause.
patiently() {
  local tries=$1 pause=$2
  shift 2
  until "$@"; do
    tries=$((tries - 1))
    [ "$tries" -gt 0 ] || return 1
    echo "maestro: '$*' failed; trying again in $pause s, $tries times at most" >&2
    sleep "${MAESTRO_PAUSE_SECONDS:-$pause}"
    pause=$((pause * 2))
  done
}
