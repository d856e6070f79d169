"""The parts of ``cuttings.charts`` and ``cuttings.report``: tables put into pictures and plain words."""
