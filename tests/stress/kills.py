"""A thousand kills of each verb on each store: adding, reading, reviewing, moving. Half an hour on two cores."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
words = [sys.executable, "-m", "pytest", "tests/record/test_kill.py", "--durations=0"]
sys.exit(subprocess.run(words, cwd=ROOT, env={**os.environ, "KILLS": os.environ.get("KILLS", "1000")}).returncode)
