#!/usr/bin/env bash
# Makes a virtual environment with PyTorch, the peer that learning is compared
# with, and prints its path. It stands outside the repository and is made once:
# LEARN_BENCH_DIR, default pouwdem-learn-bench in the directory for temporary
# files. The version is pinned: the newest wheel when this was written. PyPI's
# wheel for x86 carries CUDA as well; everything runs on its CPU kernels.
set -euo pipefail
dir=${LEARN_BENCH_DIR:-${TMPDIR:-/tmp}/pouwdem-learn-bench}
if [ ! -e "$dir/pip.done" ]; then
	python3 -m venv "$dir"
	"$dir/bin/pip" install --quiet --disable-pip-version-check torch==2.15.0 numpy >&2
	touch "$dir/pip.done"
fi
echo "$dir"
