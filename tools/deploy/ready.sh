#!/usr/bin/env bash
# ready.sh --project=P --database-location=L [--fanout=inline]: is the project ready for a deployment? The first
# step of each: a database that is missing or elsewhere would not be told by what comes after it.
set -euo pipefail

project='' location='' fanout=pubsub
for option in "$@"; do
  case "$option" in
    --project=*) project=${option#*=} ;;
    --database-location=*) location=${option#*=} ;;
    --fanout=*) fanout=${option#*=} ;;
    *) echo "ready.sh takes --project, --database-location and --fanout; got '$option'" >&2; exit 2 ;;
  esac
done

found=$(gcloud firestore databases describe --database='(default)' --quiet --project="$project" \
  --format='value(locationId)') || {
  echo "maestro: $project has no database '(default)' that can be described: run tools/deploy/bootstrap.sh first" >&2
  exit 1
}
if [ "$found" != "$location" ]; then
  echo "maestro: the database of $project is in $found: deploy with --database-location=$found (_DATABASE_LOCATION), got '$location'" >&2
  exit 1
fi

[ "$fanout" = inline ] || exit 0
for account in orchestrate snapshot; do
  roles=$(gcloud projects get-iam-policy "$project" --quiet --flatten='bindings[].members' \
    --filter="bindings.members=serviceAccount:maestro-$account@$project.iam.gserviceaccount.com" \
    --format='value(bindings.role)')
  if ! grep -qx 'roles/datastore.user' <<< "$roles"; then
    echo "maestro: MAESTRO_FANOUT=inline needs roles/datastore.user for maestro-$account: run tools/deploy/service-accounts.sh --project=$project --fanout=inline, or --unset MAESTRO_FANOUT" >&2
    exit 1
  fi
done
