#!/bin/sh
# Draws pictures in which somebody may be there twice, trains the eye on them from the judge's tower as it is shipped,
# fits its threshold and writes ../files/eye: a quarter of an hour on two processor cores.
# PYTHON names the interpreter that has requirements.txt (default python3); WORK holds pictures and checkpoints.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=${WORK:-"$here/../../../.cache/storybook-eye"}
python=${PYTHON:-python3}
mkdir -p "$work"
cd "$here/../../.."
npx tsx models/storybook/train/dataset.ts --out "$work/pictures" --count "${PICTURES:-20480}" --width 320 --workers 2 \
  --doubles 0.35 --split eye
"$python" "$here/train_eye.py" --data "$work/pictures" --out "$work" \
  --head-minutes "${HEAD_MINUTES:-8}" --minutes "${MINUTES:-6}"
"$python" "$here/export_eye.py" --checkpoint "$work/eye.pt" --out "$here/../files/eye" --fixture "$here/../test/fixture"
npx tsx bench/grounding.ts --fit
