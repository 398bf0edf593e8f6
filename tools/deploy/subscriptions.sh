#!/usr/bin/env bash
# subscriptions.sh --project=P --region=R --flavor=jar|image NAME:LOCATION...: what delivers the events of each function
# waits for its answer as long as Pub/Sub can (600 s; Eventarc's own subscriptions wait for 10 s, so that a cycle would be
# delivered again while it runs), and puts what failed a hundred times into maestro-dead-letters.
set -euo pipefail
# shellcheck source=tools/deploy/patience.sh
source "$(dirname "${BASH_SOURCE[0]}")/patience.sh"

project='' region='' flavor='' functions=()
for option in "$@"; do
  case "$option" in
    --project=*) project=${option#*=} ;;
    --region=*) region=${option#*=} ;;
    --flavor=*) flavor=${option#*=} ;;
    --*) echo "subscriptions.sh takes --project, --region, --flavor and functions; got '$option'" >&2; exit 2 ;;
    *) functions+=("$option") ;;
  esac
done

our_gcloud() { gcloud "$@" --quiet --project="$project"; }

# The whole name of the trigger that a function has.
trigger_of() {
  if [ "$flavor" = image ]; then
    echo "projects/$project/locations/$2/triggers/maestro-$1"
  else
    our_gcloud functions describe "$1" --gen2 --region="$region" --format='value(eventTrigger.trigger)'
  fi
}

number=$(gcloud projects describe "$project" --quiet --format='value(projectNumber)')
for function in "${functions[@]}"; do
  name=${function%:*} location=${function#*:}
  trigger=$(trigger_of "$name" "$location")
  subscription=$(our_gcloud eventarc triggers describe "$trigger" --format='value(transport.pubsub.subscription)')
  [ -n "$subscription" ] || { echo "maestro: the trigger $trigger of $name has no subscription" >&2; exit 1; }
  patiently 4 15 our_gcloud pubsub subscriptions add-iam-policy-binding "$subscription" \
    --member="serviceAccount:service-$number@gcp-sa-pubsub.iam.gserviceaccount.com" \
    --role=roles/pubsub.subscriber > /dev/null
  patiently 4 15 our_gcloud pubsub subscriptions update "$subscription" --ack-deadline=600 \
    --dead-letter-topic="projects/$project/topics/maestro-dead-letters" --max-delivery-attempts=100
  echo "$name: $subscription"
done
