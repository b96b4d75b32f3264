#!/bin/sh
# Makes the corpus, trains two parsers side by side and writes the better one to ../files: two processor cores, about
# an hour. It fetches nothing: the four folders are checkouts of the repositories that README.md names.
#
#   reproduce.sh --parti DIR --ella DIR --vbench DIR --dsg DIR [--kept-back FILE.json ...]
#
# PYTHON names the interpreter that has requirements.txt (default python3); WORK holds corpus and checkpoints.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=${WORK:-"$here/../../../.cache/reading"}
python=${PYTHON:-python3}
"$python" "$here/corpus.py" "$@" --out "$work/corpus"
train() {
  "$python" "$here/train.py" --corpus "$work/corpus" --out "$work/seed-$1" --minutes "${MINUTES:-40}" --seed "$1"
}
train 1 &
train 2
wait $!
"$python" "$here/export.py" --run "$work/seed-1" "$work/seed-2" --corpus "$work/corpus" --out "$here/../files" --test "$here/../test/fixture"
