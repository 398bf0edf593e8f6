#!/usr/bin/env bash
# Creates the service accounts of Maestro with the least roles, and prints what it grants.
# Running it again changes nothing. What belongs to a topic or a function waits until that is there:
# the deployment grants it with --resources.
set -euo pipefail
# shellcheck source=tools/deploy/patience.sh
source "$(dirname "${BASH_SOURCE[0]}")/patience.sh"

usage="usage: tools/deploy/service-accounts.sh --project=P [--region=R] [--fanout=inline] [--print | --resources]"
project='' region=europe-west1 mode=all fanout=pubsub
for option in "$@"; do
  case "$option" in
    --project=*) project=${option#*=} ;;
    --region=*) region=${option#*=} ;;
    --fanout=pubsub | --fanout=inline) fanout=${option#*=} ;;
    --print) mode=print ;;
    --resources) mode=resources ;;
    *) echo "$usage; got '$option'" >&2; exit 2 ;;
  esac
done
if ! [[ $project =~ ^[a-z][a-z0-9-]{4,28}[a-z0-9]$ ]]; then
  echo "$usage; --project must be the id of a project, got '$project'" >&2
  exit 2
fi

# account | role | where: the project, a topic, a function, or another of these accounts
grants='
orchestrate | roles/datastore.viewer                        | project
orchestrate | roles/logging.logWriter                       | project
orchestrate | roles/pubsub.publisher                        | topic:maestro-cycles
conduct     | roles/datastore.user                          | project
conduct     | roles/logging.logWriter                       | project
conduct     | roles/aiplatform.user                         | project
conduct     | roles/pubsub.publisher                        | topic:maestro-intents
reweigh     | roles/datastore.user                          | project
reweigh     | roles/logging.logWriter                       | project
snapshot    | roles/datastore.viewer                        | project
snapshot    | roles/logging.logWriter                       | project
snapshot    | roles/pubsub.publisher                        | topic:maestro-snapshots
snapshot-tenant | roles/datastore.user                      | project
snapshot-tenant | roles/logging.logWriter                   | project
paper       | roles/datastore.user                          | project
paper       | roles/logging.logWriter                       | project
paper-tick  | roles/datastore.user                          | project
paper-tick  | roles/logging.logWriter                       | project
status      | roles/datastore.user                          | project
status      | roles/firebaseauth.viewer                     | project
status      | roles/logging.logWriter                       | project
trigger     | roles/eventarc.eventReceiver                  | project
trigger     | roles/run.invoker                             | function:conduct
trigger     | roles/run.invoker                             | function:reweigh
trigger     | roles/run.invoker                             | function:snapshot-tenant
trigger     | roles/run.invoker                             | function:paper
scheduler   | roles/run.invoker                             | function:orchestrate
scheduler   | roles/run.invoker                             | function:snapshot
scheduler   | roles/run.invoker                             | function:paper-tick
build       | roles/cloudbuild.builds.builder               | project
build       | roles/cloudfunctions.developer                | project
build       | roles/cloudscheduler.admin                    | project
build       | roles/datastore.indexAdmin                    | project
build       | roles/eventarc.developer                      | project
build       | roles/firebase.viewer                         | project
build       | roles/firebasehosting.admin                   | project
build       | roles/firebaserules.admin                     | project
build       | roles/pubsub.admin                            | project
build       | roles/run.admin                               | project
build       | roles/serviceusage.serviceUsageConsumer       | project
build       | roles/iam.serviceAccountUser                  | account:orchestrate
build       | roles/iam.serviceAccountUser                  | account:conduct
build       | roles/iam.serviceAccountUser                  | account:reweigh
build       | roles/iam.serviceAccountUser                  | account:snapshot
build       | roles/iam.serviceAccountUser                  | account:snapshot-tenant
build       | roles/iam.serviceAccountUser                  | account:paper
build       | roles/iam.serviceAccountUser                  | account:paper-tick
build       | roles/iam.serviceAccountUser                  | account:status
build       | roles/iam.serviceAccountUser                  | account:trigger
build       | roles/iam.serviceAccountUser                  | account:scheduler
build       | roles/iam.serviceAccountUser                  | account:build
build       | roles/iam.serviceAccountTokenCreator          | account:scheduler
build       | roles/iam.securityReviewer                    | project
'
# With MAESTRO_FANOUT=inline these decide and close days themselves; the deployment asks for these roles then.
if [ "$fanout" = inline ]; then
  grants+='
orchestrate | roles/datastore.user                          | project
snapshot    | roles/datastore.user                          | project
'
fi

email() { echo "maestro-$1@$project.iam.gserviceaccount.com"; }

# Answers on standard input would come from the table that is being read.
quietly() { "$@" --quiet --project="$project" < /dev/null > /dev/null; }

exists() { "$@" --quiet --project="$project" < /dev/null > /dev/null 2>&1; }

# True if it can be described. Before the deployment it may be missing; after it that is an error.
is_there() {
  if [ "$mode" = resources ]; then
    quietly "$@"
  else
    exists "$@"
  fi
}

# What becomes of a row whose topic or function is not there.
missing() {
  [ "$mode" != resources ] || { echo "$1 cannot be described, so nobody may use it" >&2; return 1; }
  echo "waits for $1"
}

# Grants one row and prints what became of it; fails if it cannot be granted.
grant() {
  local role=$2 name=${3#*:} member
  member="serviceAccount:$(email "$1")"
  case "$3" in
    project)
      # The project is what this command works on, so it is no option of it.
      patiently 6 4 gcloud projects add-iam-policy-binding "$project" --quiet --condition=None \
        --member="$member" --role="$role" < /dev/null > /dev/null || return
      ;;
    account:*)
      patiently 6 4 quietly gcloud iam service-accounts add-iam-policy-binding "$(email "$name")" \
        --member="$member" --role="$role" || return
      ;;
    topic:*)
      is_there gcloud pubsub topics describe "$name" || { missing "the topic $name"; return; }
      patiently 6 4 quietly gcloud pubsub topics add-iam-policy-binding "$name" \
        --member="$member" --role="$role" || return
      ;;
    function:*)
      is_there gcloud run services describe "$name" --region="$region" \
        || { missing "the function $name"; return; }
      patiently 6 4 quietly gcloud run services add-iam-policy-binding "$name" --region="$region" \
        --member="$member" --role="$role" || return
      ;;
  esac
  echo 'granted'
}

rows() { echo "$grants" | grep '|' | tr -d ' '; }

if [ "$mode" = all ]; then
  rows | cut -d'|' -f1 | sort -u | while read -r account; do
    exists gcloud iam service-accounts describe "$(email "$account")" \
      || quietly gcloud iam service-accounts create "maestro-$account" \
        --display-name="Maestro $account"
  done
fi

format='%-24s %-44s %-25s %s\n'
# shellcheck disable=SC2059
printf "$format" ACCOUNT ROLE WHERE STATE
rows | while IFS='|' read -r account role where; do
  state='-'
  case "$mode:$where" in
    print:*) ;;
    resources:project | resources:account:*) continue ;;
    *) state=$(grant "$account" "$role" "$where") ;;
  esac
  # shellcheck disable=SC2059
  printf "$format" "maestro-$account" "$role" "$where" "$state"
done
