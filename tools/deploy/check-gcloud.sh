#!/usr/bin/env bash
# check-gcloud.sh: does the parser of the installed gcloud take all calls that bootstrap, deployment and docs make? None is
# made. The tests write the calls down (NewProjectTest, GcloudCallsTest); what was accepted is remembered in
# tools/deploy/gcloud-accepted.txt, in which they look for every call.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
calls=$root/tools/cli/target/gcloud-calls
[ -d "$calls" ] || { echo "check-gcloud.sh: $calls is missing: run ./maestro test first" >&2; exit 2; }
program=$(command -v gcloud) || { echo 'check-gcloud.sh: there is no gcloud' >&2; exit 2; }
sdk=$(cd "$(dirname "$(readlink -f "$program")")/.." && pwd)
python=$(gcloud info --format='value(basic.python_location)')
CLOUDSDK_CORE_DISABLE_PROMPTS=1 PYTHONPATH="$sdk/lib:$sdk/lib/third_party" \
  "$python" "$root/tools/deploy/check_gcloud.py" < <(cat "$calls"/*.txt)
{
  echo "# Commands and options that the parser of gcloud $(gcloud version --format='value("Google Cloud SDK")') accepts"
  echo "# (tools/deploy/check-gcloud.sh, $(date -u +%F)). The tests look for every call in it."
  cat "$calls"/*.txt | sed -E 's/=[^]]*\]/]/g' | LC_ALL=C sort -u
} > "$root/tools/deploy/gcloud-accepted.txt.new"
mv "$root/tools/deploy/gcloud-accepted.txt.new" "$root/tools/deploy/gcloud-accepted.txt"
