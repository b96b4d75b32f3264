#!/bin/sh
# Makes the corpus, trains two parsers side by side and writes the better one to ../files: two processor cores, an hour
# and a half. It fetches nothing: the four folders are checkouts of the repositories that README.md names.
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
"$python" "$here/continued.py" --corpus "$work/corpus" --out "$work/stories"
for seed in 1 2; do
  "$python" "$here/train.py" --corpus "$work/stories" --out "$work/stories-$seed" --minutes 16 --seed "$seed" --start "$work/seed-$seed"
done
"$python" "$here/export.py" --run "$work/stories-1" "$work/stories-2" --corpus "$work/stories" --out "$here/../files" --test "$here/../test/fixture"
