"""Where the publishers' articles are that we test on in place and never ship; elsewhere such tests skip."""

import os
from pathlib import Path

import pytest

FOLDER = Path(os.environ.get("CUTTINGS_DEVELOPMENT", Path(__file__).parents[2] / "shared" / "development"))
ARTICLES = FOLDER / "articles"
needed = pytest.mark.skipif(
    not ARTICLES.is_dir(), reason="no development articles beside this checkout (CUTTINGS_DEVELOPMENT)"
)
