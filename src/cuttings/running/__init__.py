"""The parts of ``cuttings.suite``: stages, parameters, the run's folder and its record."""
