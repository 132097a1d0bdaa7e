#!/usr/bin/env bash
# What action.yml runs: the report as SARIF, as a summary of the job and as annotations. Takes MULTI_REGION, AUDIT_PATH, FAIL_ON,
# CHANGED_SINCE and SARIF_FILE from the environment; exits as the audit does.
set -euo pipefail

options=("$AUDIT_PATH" --quiet)
if [[ -n $CHANGED_SINCE ]]; then options+=(--changed-since "$CHANGED_SINCE"); fi
if [[ $FAIL_ON != never ]]; then options+=(--fail-on "$FAIL_ON"); fi

# The first two runs are for their reports only; one that could not run says so again in the last.
node "$MULTI_REGION" audit "${options[@]}" --format sarif --output "$SARIF_FILE" || true
if [[ -n ${GITHUB_STEP_SUMMARY:-} ]]; then
  node "$MULTI_REGION" audit "${options[@]}" --format markdown >> "$GITHUB_STEP_SUMMARY" || true
fi
status=0
node "$MULTI_REGION" audit "${options[@]}" --format github || status=$?
if [[ $FAIL_ON == never && $status == 1 ]]; then status=0; fi
exit "$status"
