"""What changed between two runs, by their results: ``cuttings diff``, and a section of the report.

``changes.section.between(earlier, later)`` compares two runs' folders and puts it into words; the modules ``text``,
``markdown`` and ``page`` write them.
"""
