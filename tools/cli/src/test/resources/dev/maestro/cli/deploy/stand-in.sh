#!/usr/bin/env bash
# Stands in for gcloud in a new project: writes down each call, remembers in $STATE what was made, and answers as the
# services do at first. New accounts and agents are unknown for a while, quotas are small, everybody's access is refused.
call=$(printf '[%s]' gcloud "$@")
printf '%s\n' "$call" >> "$CALLS"
words=()
for word in "$@"; do
  case "$word" in --*) ;; *) words+=("$word") ;; esac
done
verb="${words[*]}"
last=${words[-1]}

fail() { echo "ERROR: $1" >&2; exit 1; }
option() { printf '%s\n' "${@:2}" | sed -n "s/^--$1=//p"; }
key() { printf '%s' "$*" | tr -c 'A-Za-z0-9@._-' '_'; }
known() { [ -e "$STATE/$(key "$@")" ]; }
make() { touch "$STATE/$(key "$@")"; }
is_there() { known "$@" || fail "NOT_FOUND: $*"; }

# at_first TIMES WHAT MESSAGE: fails so often
at_first() {
  local file times
  file="$STATE/$(key tried "$2")"
  times=$(wc -l < "$file" 2> /dev/null || echo 0)
  if [ "$times" -lt "$1" ]; then
    echo x >> "$file"
    fail "$3"
  fi
}

case " $* " in
  *' --allow-unauthenticated '*) fail 'FAILED_PRECONDITION: domain restricted sharing forbids allUsers' ;;
esac
instances=$(option max-instances "$@")
[ "${instances:-0}" -le 10 ] || fail 'Max instances must be set to 10 or fewer in order to set the requested total CPU'

case "$verb" in
  'services enable '*) at_first 1 services 'PERMISSION_DENIED: propagating' ;;
  'firestore databases describe') is_there database && echo "${DATABASE:-europe-west1}" ;;
  'firestore databases create') at_first 1 database 'PERMISSION_DENIED: firestore.googleapis.com is new here' && make database ;;
  'firestore databases update') is_there database ;;
  'firestore backups schedules list') ! known backups || echo backups/1 ;;
  'firestore backups schedules create') make backups ;;
  'iam service-accounts describe '*) is_there "account $last" ;;
  'iam service-accounts create '*) make "account $last@$(option project "$@").iam.gserviceaccount.com" ;;
  'projects describe '*) echo 123456789 ;;
  'projects get-iam-policy '*) ! known "$(option filter "$@")" || echo roles/datastore.user ;;
  *' add-iam-policy-binding '*)
    member=$(option member "$@")
    at_first 2 "$member" "INVALID_ARGUMENT: $member does not exist"
    [ "$(option role "$@")" != roles/datastore.user ] || make "bindings.members=$member"
    ;;
  'beta services identity create') at_first 1 "identity $(option service "$@")" 'PERMISSION_DENIED: propagating' ;;
  'functions deploy '* | 'run deploy '*)
    case " $* " in
      *' --trigger-topic='* | *' --trigger-location='*)
        at_first 1 "trigger $last" 'Permission denied while using the Eventarc Service Agent'
        ;;
    esac
    make "run services $last"
    ;;
  'run services update '*) is_there "run services $last" ;;
  'run services describe '*) is_there "run services $last" && echo "https://$last.example" ;;
  'functions describe '*) is_there "run services $last" && echo "projects/p/locations/l/triggers/$last-1" ;;
  'eventarc triggers create '*)
    at_first 1 "trigger $last" 'Permission denied while using the Eventarc Service Agent'
    make "eventarc triggers $last"
    ;;
  'eventarc triggers describe projects/'*) echo "projects/p/subscriptions/eventarc-${last##*/}" ;;
  'pubsub subscriptions update '*) ;;
  'scheduler jobs create http '*) make "scheduler jobs $last" ;;
  'scheduler jobs update http '*) is_there "scheduler jobs $last" ;;
  'alpha monitoring policies list') ! known "$(option filter "$@")" || echo policies/1 ;;
  'alpha monitoring policies create')
    file=$(option policy-from-file "$@")
    title=$(sed -n 's/^  "displayName": "\(.*\)",$/\1/p' "$file")
    at_first 1 "$title" 'NOT_FOUND: Cannot find metric that matches type'
    make "displayName=\"$title\""
    ;;
  'alpha monitoring channels list') ! known channel || echo channels/1 ;;
  'alpha monitoring channels create') make channel && echo channels/1 ;;
  'billing budgets list') ! known budget || echo budgets/1 ;;
  'billing budgets create') make budget ;;
  'auth print-identity-token') echo the-token ;;
  *' describe '*) is_there "${words[*]:0:2} $last" ;;
  *' create '*) make "${words[*]:0:2} $last" ;;
  *) fail "the stand-in knows no '$verb'" ;;
esac
