"""Days as papers in other languages print them in a dateline: ``mercredi 11 octobre 2023``, ``Mehefin 8, 2023``."""

import re

from cuttings.dates import days

_MONTHS = (  # of each month, by its English name: French, German, Spanish, Italian, Portuguese, Dutch, Polish, Welsh
    ("January", "janvier januar jänner enero gennaio janeiro januari stycznia ionawr"),
    ("February", "février fevrier februar febrero febbraio fevereiro februari lutego chwefror"),
    ("March", "mars märz marzo março maart marca mawrth"),
    ("April", "avril abril aprile kwietnia ebrill"),
    ("May", "mai mayo maggio maio mei maja"),
    ("June", "juin juni junio giugno junho czerwca mehefin"),
    ("July", "juillet juli julio luglio julho lipca gorffennaf"),
    ("August", "août aout agosto augustus sierpnia awst"),
    ("September", "septembre septiembre settembre setembro września medi"),
    ("October", "octobre oktober octubre ottobre outubro października hydref"),
    ("November", "novembre noviembre novembro listopada tachwedd"),
    ("December", "décembre decembre dezember diciembre dicembre dezembro grudnia rhagfyr"),
)
_ENGLISH = {name: english for english, names in _MONTHS for name in names.split()}
_NAMES = "|".join(sorted({*_ENGLISH, "april", "september", "november", "december"}, key=len, reverse=True))
_WEEKDAY = (
    r"(?:(?:le |den |am |de |dydd )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|montag|dienstag|mittwoch"
    r"|donnerstag|freitag|samstag|sonnabend|sonntag|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì"
    r"|mercoledì|giovedì|venerdì|sabato|domenica|(?:segunda|terça|quarta|quinta|sexta)-feira|maandag|dinsdag|woensdag"
    r"|donderdag|vrijdag|zaterdag|zondag|poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela|llun|mawrth|mercher"
    r"|iau|gwener|sadwrn|sul)\b,? )?"
)
_DAY_FIRST = re.compile(
    rf"\b{_WEEKDAY}(?:le |den |am |vom )?(?P<day>\d{{1,2}})(?:er|\.|º|°)? (?:de |di )?(?P<month>{_NAMES})\b,?"
    rf" (?:de |del )?(?P<year>{days.YEAR})\b",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"\b{_WEEKDAY}(?P<month>{_NAMES}) (?P<day>\d{{1,2}}),? (?P<year>{days.YEAR})\b", re.IGNORECASE
)


def in_english(line: str) -> str:
    """The line, its full days in other languages as English has them; any other line as it is.

    >>> in_english("Donnerstag, 28. November 2024 | Von Ida Oake")
    '28 November 2024 | Von Ida Oake'
    """
    return _MONTH_FIRST.sub(_english, _DAY_FIRST.sub(_english, line))


def _english(match: re.Match[str]) -> str:
    month = match["month"].casefold()
    return f"{match['day']} {_ENGLISH.get(month, month.capitalize())} {match['year']}"
