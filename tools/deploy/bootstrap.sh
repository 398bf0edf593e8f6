#!/usr/bin/env bash
# bootstrap.sh --project=P [...]: all that a project needs once, before the first deployment, by somebody who may grant
# roles. Running it again changes nothing. docs/operations.md, Deployment, says what each part is for.
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
# shellcheck source=tools/deploy/patience.sh
source "$here/patience.sh"

usage='usage: tools/deploy/bootstrap.sh --project=P [--region=R] [--database-location=L] [--flavor=jar|image]
  [--fanout=pubsub|inline] [--budget=AMOUNT --billing-account=A] [--notify=E-MAIL]'
project='' region=europe-west1 location='' flavor=jar fanout=pubsub budget='' billing='' notify=''
for option in "$@"; do
  case "$option" in
    --project=*) project=${option#*=} ;;
    --region=*) region=${option#*=} ;;
    --database-location=*) location=${option#*=} ;;
    --flavor=*) flavor=${option#*=} ;;
    --fanout=*) fanout=${option#*=} ;;
    --budget=*) budget=${option#*=} ;;
    --billing-account=*) billing=${option#*=} ;;
    --notify=*) notify=${option#*=} ;;
    *) echo "$usage; got '$option'" >&2; exit 2 ;;
  esac
done
if ! [[ $project =~ ^[a-z][a-z0-9-]{4,28}[a-z0-9]$ ]]; then
  echo "$usage; --project must be the id of a project, got '$project'" >&2
  exit 2
fi
if [ -n "$budget" ] && [ -z "$billing" ]; then
  echo "$usage; --budget needs --billing-account (gcloud billing accounts list)" >&2
  exit 2
fi
location=${location:-$region}

our_gcloud() { gcloud "$@" --quiet --project="$project"; }
is_there() { our_gcloud "$@" > /dev/null 2>&1; }
say() { echo "== $1"; }

say 'services'
patiently 3 30 our_gcloud services enable aiplatform.googleapis.com artifactregistry.googleapis.com \
  billingbudgets.googleapis.com cloudbuild.googleapis.com cloudfunctions.googleapis.com \
  cloudresourcemanager.googleapis.com cloudscheduler.googleapis.com eventarc.googleapis.com \
  eventarcpublishing.googleapis.com firebase.googleapis.com firebasehosting.googleapis.com \
  firebaserules.googleapis.com firestore.googleapis.com iam.googleapis.com iamcredentials.googleapis.com \
  identitytoolkit.googleapis.com logging.googleapis.com monitoring.googleapis.com pubsub.googleapis.com \
  run.googleapis.com

say 'database'
if found=$(our_gcloud firestore databases describe --database='(default)' --format='value(locationId)' 2> /dev/null); then
  if [ "$found" != "$location" ]; then
    echo "maestro: the database of $project is in $found: give --database-location=$found here and to the deployment" >&2
    exit 1
  fi
  our_gcloud firestore databases update --database='(default)' --delete-protection --enable-pitr > /dev/null
else
  patiently 5 10 our_gcloud firestore databases create --database='(default)' --location="$location" \
    --type=firestore-native --delete-protection --enable-pitr > /dev/null
fi
schedules=$(our_gcloud firestore backups schedules list --database='(default)' --format='value(name)')
[ -n "$schedules" ] || our_gcloud firestore backups schedules create --database='(default)' \
  --recurrence=weekly --day-of-week=SUN --retention=14w > /dev/null

if [ "$flavor" = image ]; then
  say 'repository of images'
  is_there artifacts repositories describe maestro --location="$region" \
    || our_gcloud artifacts repositories create maestro --repository-format=docker --location="$region" > /dev/null
fi

# Eventarc and Pub/Sub work through accounts of their own, which are made with the first trigger: too late for it.
say 'service agents'
number=$(gcloud projects describe "$project" --quiet --format='value(projectNumber)')
for service in eventarc pubsub; do
  patiently 4 15 our_gcloud beta services identity create --service="$service.googleapis.com" > /dev/null
done
patiently 6 4 gcloud projects add-iam-policy-binding "$project" --quiet --condition=None \
  --member="serviceAccount:service-$number@gcp-sa-eventarc.iam.gserviceaccount.com" \
  --role=roles/eventarc.serviceAgent > /dev/null

say 'dead letters'
is_there pubsub topics describe maestro-dead-letters || our_gcloud pubsub topics create maestro-dead-letters
is_there pubsub subscriptions describe maestro-dead-letters \
  || our_gcloud pubsub subscriptions create maestro-dead-letters --topic=maestro-dead-letters \
    --message-retention-duration=7d --expiration-period=never
patiently 6 4 our_gcloud pubsub topics add-iam-policy-binding maestro-dead-letters \
  --member="serviceAccount:service-$number@gcp-sa-pubsub.iam.gserviceaccount.com" \
  --role=roles/pubsub.publisher > /dev/null

say 'service accounts'
"$here/service-accounts.sh" --project="$project" --region="$region" --fanout="$fanout"

say 'metrics over the logs'
grep -v '^#' "$here/monitoring/metrics.txt" | while IFS='|' read -r name description filter; do
  # gcloud may not read the table on standard input.
  is_there logging metrics describe "$name" < /dev/null \
    || our_gcloud logging metrics create "$name" --description="$description" --log-filter="$filter" < /dev/null
done

channel=()
if [ -n "$notify" ]; then
  say 'notification channel'
  name=$(our_gcloud alpha monitoring channels list --filter="labels.email_address=\"$notify\"" --format='value(name)')
  [ -n "$name" ] || name=$(our_gcloud alpha monitoring channels create --display-name="Maestro: $notify" --type=email \
    --channel-labels=email_address="$notify" --format='value(name)')
  channel=(--notification-channels="$name")
fi

# A metric over logs is known to the alerts some time after it was made.
say 'alert policies'
for file in "$here"/monitoring/*.json; do
  title=$(sed -n 's/^  "displayName": "\(.*\)",$/\1/p' "$file")
  known=$(our_gcloud alpha monitoring policies list --filter="displayName=\"$title\"" --format='value(name)')
  [ -n "$known" ] || patiently 6 10 our_gcloud alpha monitoring policies create --policy-from-file="$file" \
    ${channel[@]+"${channel[@]}"} > /dev/null
  echo "$title"
done

if [ -n "$budget" ]; then
  say 'budget'
  known=$(gcloud billing budgets list --billing-account="$billing" --quiet \
    --filter="displayName=\"Maestro $project\"" --format='value(name)')
  [ -n "$known" ] || gcloud billing budgets create --billing-account="$billing" --quiet \
    --display-name="Maestro $project" --budget-amount="$budget" --filter-projects="projects/$project" \
    --threshold-rule=percent=0.5 --threshold-rule=percent=0.9 --threshold-rule=percent=1.0 > /dev/null
fi

say 'left for a person'
echo "npx firebase-tools@15.34.2 projects:addfirebase $project, ... apps:create WEB maestro, then sign-in (Authentication, Get started) in Firebase's console"
[ -n "$notify" ] || echo 'nobody is told of alerts: run this again with --notify=E-MAIL'
[ -n "$budget" ] || echo 'no budget is watched: run this again with --budget=50EUR --billing-account=A'
