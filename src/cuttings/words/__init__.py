"""The parts of ``cuttings.vocabulary``: how a form is written, and how forms are found in a text."""
