"""Twenty thousand broken files of every kind, and bombs of 100 MB: read, read with a note, or refused. Ten minutes."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
words = [sys.executable, "-m", "pytest", "tests/documents/test_broken.py", "-s", "--durations=0"]
asked = {"MUTANTS": os.environ.get("MUTANTS", "20000"), "BOMB_MEGABYTES": os.environ.get("BOMB_MEGABYTES", "100")}
sys.exit(subprocess.run(words, cwd=ROOT, env={**os.environ, **asked}).returncode)
