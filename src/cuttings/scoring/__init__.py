"""The parts of ``cuttings.evaluation``: gold tables, which incident is which, and what is right."""
