"""Where the project's own files are: in a checkout beside ``src/``, in an installed wheel under ``cuttings/share/``."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _root() -> Path:
    checkout = _PACKAGE.parents[1]
    return (
        checkout
        if (checkout / "notebooks").is_dir() and (checkout / "pyproject.toml").is_file()
        else _PACKAGE / "share"
    )


def notebooks() -> Path:
    """The folder of the notebooks ``00_setup_check`` to ``06_report``."""
    return _root() / "notebooks"


def vocabulary() -> Path:
    """The folder of the vocabulary's CSV files."""
    return _root() / "data" / "vocabulary"


def example_articles() -> Path:
    """The folder of the example articles."""
    return _root() / "data" / "articles"


def gold() -> Path:
    """The folder of the gold tables of the example articles."""
    return _root() / "data" / "gold"


def measured() -> Path:
    """How well Cuttings reads, as last measured: see ``cuttings.scoring.measured``."""
    return _root() / "data" / "measured.csv"


def corpus() -> Path:
    """The folder of the corpus: articles with gold, in splits."""
    return _root() / "data" / "corpus"


def plain() -> Path:
    """The folder of the corpus's plain part: news as it mostly is, with gold of values alone, to learn from."""
    return corpus() / "plain"
