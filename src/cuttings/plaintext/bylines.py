"""Bylines, and the names in them: reporters, their posts, and the papers and bodies that publish."""

import re

from cuttings.dates import days

_WORD = r"[A-Z][\w.'’]*(?:-[A-Z][\w'’]*)*"
_NAME = rf"{_WORD}(?: (?:{_WORD}|de|la|van|der|von|bin|al|O['’]\w+)){{1,3}}"
_NAMES = rf"{_NAME}(?:(?:,| and| &|,? with) {_NAME}){{0,4}}(?: and (?:agenc(?:y|ies)|PA(?: Media)?|AFP|AP|Reuters))?"
_POST = (
    r"(?:[\w&'’-]+ ){0,4}(?:[Rr]eporter|[Cc]orrespondent|[Ee]ditor|[Jj]ournalist|[Ww]riter|[Pp]roducer|[Dd]esk"
    r"|[Bb]ureau|[Ss]taff|[Cc]ontributor|BBC(?: News)?(?:[, ]+[A-Z]\w+){0,3}|PA(?: Media)?|Press Association"
    r"|ITV(?: News)?|Sky News|LDRS)"
)
_ANYONE = (
    r"(?:(?:[A-Z][\w.'’&-]*|of|the|and|for|&)(?: |$)){1,9}"
    r"|(?:our |a )?(?:staff|news|own)? ?(?:reporters?|correspondent|desk|writers?)|admin|PA|AFP"
)
_WITH_POST = rf"(?:,? ?[-–|•·,/]? ?(?P<post>{_POST}))?(?: @\w+)?"
_BY = (
    r"(?:(?:EXCLUSIVE |Exclusive )?(?:[Bb]y|BY)|(?:[Ww]ords|[Ww]ritten|[Rr]eporting|[Rr]eported|[Rr]eport|[Ss]tory"
    r"|[Pp]osted) by):? ?"
)
_SIGNED = re.compile(
    rf"(?:{_BY}|(?:[Aa]uthors?|[Bb]yline|From|Words|Text): ?)(?P<names>{_NAMES}|{_ANYONE}){_WITH_POST}[,.]?"
)
_UNSIGNED = re.compile(rf"(?P<names>{_NAMES}){_WITH_POST}")
_LOOSE = re.compile(rf"{_BY}(?P<names>{_NAMES}|.{{2,80}}?)(?:,? (?:at|in|for|from) .{{2,60}})?")
_TITLE = (
    r"(?:(?:Senior|Chief|Deputy|Trainee|Junior|Lead|Crime|Court|News|Local|Political|Digital|Live|Legal|Social|Home"
    r"|Affairs|Education|Health|Community|Data|Investigations|UK|Night|Assistant) ){0,4}"
    r"(?:[Rr]eporter|[Cc]orrespondent|[Ee]ditor|[Jj]ournalist|[Ww]riter|[Pp]roducer)"
)
_ENDING_POST = re.compile(
    rf", (?:{_POST}|[a-z][\w ]{{2,40}})$| (?:[Ff]or|FOR) (?:[Tt]he |THE )?[A-Z].{{2,40}}$|(?<=[a-z]) {_TITLE}$"
    r"| (?:and|&) (?:agenc(?:y|ies)|PA(?: Media)?|AFP|AP|Reuters)$"
)
_HANDLE = re.compile(r" @\w+")
_LEADING_POST = re.compile(r"^(?:our|the) (?:[\w-]+ ){0,3}(?:correspondent|reporter|editor) (?=[A-Z])", re.IGNORECASE)
_SENTENCE = re.compile(
    rf"\b(?:{days.WEEKDAY}|{days.MONTH}) ?(?:$|\d| [a-z])|^(?:The|A|An|This|That|His|Her|Their)\b",
)
_ORGANISATION = re.compile(
    r"\b(?:News(?:papers?)?|Gazette|Courier|Herald|Times|Post|Echo|Mail|Tribune|Express|Star|Chronicle|Argus|Mercury"
    r"|Observer|Telegraph|Guardian|Standard|Press|Journal|Advertiser|Review|Voice|Today|Live|FM|Radio|TV|Television"
    r"|Online|Weekly|Daily|Evening|Record|Mirror|Ledger|Sentinel|Examiner|Bulletin|Messenger|Citizen|Independent"
    r"|Agency|Association|Commission|Office|Police|Constabulary|Council|Service|Department|Ministry|Ombudsman"
    r"|Federation|Authority|Media|Broadcasting|Magazine|BBC|ITV|PA|AP|AFP|Reuters)\b|^The [A-Z]",
    re.IGNORECASE,
)
_LONGEST = 14  # words


def signed(line: str) -> str:
    """The names in a line that is a byline by itself: ``By Jane Smith, Crime Correspondent``; empty for any other.

    >>> signed("By Jane Smith and Tom O’Neil"), signed("By Friday the force had said nothing")
    ('Jane Smith and Tom O’Neil', '')
    """
    match = _SIGNED.fullmatch(line)
    if not match or len(line.split()) > _LONGEST or _SENTENCE.search(match["names"]):
        return ""
    return without_post(match["names"])


def loosely_signed(line: str) -> str:
    """The name in a line that can only be a byline where it stands, above the text: ``By the staff of the Voice``."""
    match = _LOOSE.fullmatch(line) if len(line.split()) <= _LONGEST else None
    return without_post(match["names"]) if match else ""


def beside_date(names: str) -> str:
    """The names in what a dateline has besides its day: ``Jo Marsh``, ``By Jo Marsh``; empty when they are none."""
    match = _SIGNED.fullmatch(names) or _UNSIGNED.fullmatch(names)
    return without_post(match["names"]) if match else ""


def is_name(line: str) -> bool:
    """Whether a line has the shape of a person's name, with a reporter's post or without."""
    return bool(_UNSIGNED.fullmatch(line)) and len(line.split()) <= 10 and not line.isupper()


def has_post(line: str) -> bool:
    """Whether a line is a reporter's name and post, or a post alone: ``Jane Smith, Crime Correspondent``."""
    match = _UNSIGNED.fullmatch(line)
    return bool(re.fullmatch(_POST, line)) or bool(match and match["post"])


def without_post(names: str) -> str:
    """Names without the reporter's post after them: ``Kit Larraby, Crime Reporter`` is ``Kit Larraby``."""
    bare = _HANDLE.sub("", _LEADING_POST.sub("", names.strip(" ,.")))
    left = _ENDING_POST.sub("", bare).strip(" ,.")
    return left if " " in left or "," in bare else bare


def is_organisation(name: str) -> bool:
    """Whether a name is a newspaper's, a broadcaster's or an authority's rather than a person's."""
    return bool(_ORGANISATION.search(name))


def is_police(name: str) -> bool:
    """Whether a name is a police force's, which a release by the force may name nowhere else: ``Kent Police``."""
    return _POLICE.fullmatch(name.strip()) is not None


_POLICE = re.compile(
    r"(?:[A-Z][\w’'-]+ (?:and |of |& )?){1,4}(?:Police(?: (?:Department|Service|Force))?|Constabulary|"
    r"Sheriff['’]s (?:Office|Department))"
)


def publisher(name: str) -> str:
    """An organisation's name as its masthead has it, not shouted: ``Harrowmere Courier``."""
    return name.title() if name.isupper() and " " in name else name
