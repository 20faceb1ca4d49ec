#!/usr/bin/env bash
# make.sh DATA: makes names.txt and names.bin of shared/privacy. DATA holds the labelled sets as README of the models
# says. Needs Python with Faker 40.40.0, and CLASSPATH of shared/evaluation.
set -eu
here=$(cd "$(dirname "$0")" && pwd); root=$here/../../..; work=$(mktemp -d)
to=$root/shared/privacy/src/main/resources/dev/earshot/privacy/name
brand=$root/shared/reading/src/main/resources/dev/earshot/reading/brand
python "$here/dump.py" "$work/names.json"
python "$here/lists.py" "$work/names.json" "$to/names.txt" "$brand/given-names.txt" "$brand/surnames.txt"
python "$here/gen.py" "$work/names.json" "$work/own.jsonl"
python "$here/prepare.py" "$1" "$work/own.jsonl" "$work/names.json" "$to/names.txt" "$work/all.jsonl"
awk 'NR % 25 != 7' "$work/all.jsonl" > "$work/train.jsonl"
java dev.earshot.evaluation.privacy.NameModelTraining "$to/names.bin" "$work/train.jsonl"
