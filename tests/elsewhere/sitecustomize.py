"""Another machine, for ``test_determinism``: folders are listed backwards, and there is one processor.

Python imports this at the start of every process whose PYTHONPATH has this folder: kernels and readers of files too.
"""

import os

_LISTDIR = os.listdir
os.listdir = lambda *path: sorted(_LISTDIR(*path), reverse=True)
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
