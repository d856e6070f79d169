"""Names that no article can print before a certain day: a lower bound for the day an undated one was published.

Each row cites where the day is from. Only what national news took up at once is of use here.
"""

import re
from datetime import date

# (the name, the first day on which news could print it, source)
MILESTONES: tuple[tuple[re.Pattern[str], date, str], ...] = tuple(
    (re.compile(pattern), date.fromisoformat(day), source)
    for pattern, day, source in (
        (
            r"\bIndependent Office for Police Conduct\b|\bIOPC\b",
            "2018-01-08",
            "Policing and Crime Act 2017, section 33, in force from 8 January 2018: the IPCC became the IOPC",
        ),
        (
            r"\bSarah? Everard\b",
            "2021-03-04",
            "Lady Elish Angiolini, The Angiolini Inquiry Part 1 Report (2024): abducted on 3 March 2021",
        ),
        (
            r"\bWayne Couzens\b",
            "2021-03-09",
            "The Angiolini Inquiry Part 1 Report (2024): arrested on 9 March 2021",
        ),
        (
            r"\bCommissioner,? Sir Mark Rowley\b",
            "2022-07-08",
            "Home Office news release of 8 July 2022: named as the next Commissioner",
        ),
        (
            r"\bValdo Calocane\b",
            "2023-06-13",
            "Care Quality Commission, Special review of mental health services at Nottinghamshire Healthcare (2024)",
        ),
        (
            r"\bOperation Hotton\b",
            "2022-02-01",
            "Independent Office for Police Conduct, Operation Hotton Learning report, 1 February 2022",
        ),
    )
)


def latest(text: str) -> tuple[date, str] | None:
    """The latest of the days before which the text cannot have been written, and the name that says so."""
    found = [(day, match[0]) for pattern, day, _ in MILESTONES if (match := pattern.search(text))]
    return max(found) if found else None
