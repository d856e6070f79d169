"""Patterns that are looked for by the words they need, and in any case: they find what ``re`` finds."""

import re
import string
import sys

import pytest

from cuttings import home, pipeline
from cuttings.extract.patterns import AnyCase, Sought, lowered

NEEDS = {
    "a word": (r"\bwatchdog\b", ("watchdog",)),
    "one of several": (r"\b(?:recruit|inspector)s?\b", ("inspector", "recruit")),
    "the rarer of two": (r"(?:is|was) (?:linked|connected) to", ("connected", "linked")),
    "past a letter of either case": (r"[Ss]heriff of", ("heriff of",)),
    "a part of another": (r"\b(?:reject|rejected|denied)\b", ("denied", "reject")),
    "nothing of what may be left out": (r"(?:the )?(?:chief )*\w+", ()),
    "nothing where one of several needs none": (r"\b(?:watchdog|\w+)\b", ()),
    "nothing of what must not be there": (r"(?!watchdog)\w+", ()),
    "nothing of what stands before": (r"(?<=the )\w+", ()),
    "what stands after": (r"\w+(?= watchdog)", (" watchdog",)),
    "nothing that is in any case": (r"(?i:watchdog)", ()),
    "nothing of more words than it takes to look": ("|".join(letter * 3 for letter in string.ascii_lowercase), ()),
}


@pytest.mark.parametrize(("pattern", "needs"), NEEDS.values(), ids=NEEDS)
def test_what_a_pattern_needs(pattern, needs):
    assert Sought(pattern).needs == needs


def every_pattern() -> dict[str, Sought]:
    """All patterns of the package that are sought, by module and name."""
    assert pipeline
    modules = {name: module for name, module in sys.modules.items() if name.startswith("cuttings.")}
    named = {(name, key): value for name, module in modules.items() for key, value in vars(module).items()}
    found = {}
    for (module, name), value in named.items():
        each = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,)
        found |= {f"{module}.{name}.{n}": one for n, one in enumerate(each) if isinstance(one, Sought)}
    return found


@pytest.mark.parametrize("pattern", every_pattern().values(), ids=every_pattern())
def test_they_find_what_re_finds(pattern):
    flags = re.IGNORECASE if isinstance(pattern, AnyCase) else re.NOFLAG
    plain = re.compile(pattern._pattern.pattern, flags)
    for path in home.example_articles().rglob("*.txt"):
        for line in path.read_text("utf-8").splitlines():
            expected = [match.span() for match in plain.finditer(line)]
            assert [match.span() for match in pattern.finditer(line)] == expected
            assert [match.span() for match in pattern.in_lines(line)] == expected
            assert [match.span() for match in filter(None, [pattern.search(line)])] == expected[:1]


def test_offsets_bound_what_is_looked_for():
    pattern, text = AnyCase(r"\bwatchdogs?\b"), "The watchdog said.\n\nWATCHDOGS agreed."
    assert [match.span() for match in pattern.in_lines(text)] == [(4, 12), (20, 29)]
    assert pattern.search(text, 5).span() == (20, 29)
    assert pattern.search(text, 13, 20) is None
    assert pattern.search(text, 0, 11) is None


def test_any_case_is_that_of_re():
    """Of all letters there are: "ſ" is an s, "K" (of kelvins) a k, and offsets stay where "İ" is two letters small."""
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    small = lowered(every)
    assert len(small) == len(every)
    for pattern in (*string.ascii_lowercase, r"\w", r"\s", r"\d"):
        in_any_case = [match.start() for match in re.finditer(pattern, every, re.IGNORECASE)]
        assert [match.start() for match in re.finditer(pattern, small)] == in_any_case, pattern


def test_a_part_of_a_pattern_cannot_say_that_its_case_counts():
    with pytest.raises(ValueError, match="case cannot count"):
        AnyCase(r"of (?-i:[A-Z])\w+")
