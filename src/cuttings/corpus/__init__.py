"""The corpus: articles written for this project, with what a careful editor reads in each.

``files.read`` loads it, ``frames.frames`` makes pandas tables of it, ``training.examples`` spaCy's Examples;
``cuttings corpus`` is the command.
"""

SPLITS = ("train", "dev", "test")
