#!/bin/sh
# Draws the pictures, trains the storybook judge on them, fits its calibration and writes ../files: two processor
# cores, about two and a half hours.
# PYTHON names the interpreter that has requirements.txt (default python3); WORK holds pictures and checkpoints.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=${WORK:-"$here/../../../.cache/storybook"}
python=${PYTHON:-python3}
mkdir -p "$work"
cd "$here/../../.."
npx tsx models/storybook/train/dataset.ts --out "$work/pictures" --count "${PICTURES:-65536}" --width 320 --workers 2
"$python" "$here/train.py" --data "$work/pictures" --out "$work" \
  --tower-minutes "${TOWER_MINUTES:-22}" --minutes "${MINUTES:-48}"
"$python" "$here/train.py" --data "$work/pictures" --out "$work" --resume --minutes "${MORE_MINUTES:-20}" --rate 6e-4
"$python" "$here/export.py" --checkpoint "$work/judge.pt" --out "$here/../files" --fixture "$here/../test/fixture"
npx tsx bench/judgement.ts --fit --frames 400
