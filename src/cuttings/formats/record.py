"""What comes out of a saved file, whatever its format: records, and why something in it is none."""

from dataclasses import dataclass, field

from cuttings.webpage.metadata import Metadata


@dataclass(frozen=True)
class Refusal:
    """Why a file, or something in it, gives no article: a code, what was found, and the way out of it.

    ``name`` is what it is called inside its file; empty for the file itself.
    """

    reason: str
    detail: str
    remedy: str
    name: str = ""


class Refused(Exception):  # noqa: N818 - no error of the program's: the file cannot be read, or not to its end
    """Raised by a format's reader for the file as a whole; what it had found before stands."""

    def __init__(self, reason: str, detail: str, remedy: str, name: str = "") -> None:
        super().__init__(detail)
        self.refusal = Refusal(reason, detail, remedy, name)


@dataclass(frozen=True)
class Record:
    """One thing that a file holds.

    ``content`` is bytes, which are looked at by their content as a file's are, or characters: a page's source if
    ``page``, else plain text. ``name`` is what it is called inside its file: empty if the file is just this one,
    ``folder/page.html`` for a member of an archive, ``#3`` for the third of numbered ones. ``media_type`` is the
    file's, where its record is not one of its own; ``charset`` the encoding that the file declares for bytes;
    ``stated`` what the file says of the article beside its text; ``dropped`` has the lines that the format itself shows
    to be none of the article (a running header, a signature), kept for the table ``furniture``.
    """

    content: bytes | str
    name: str = ""
    page: bool = False
    media_type: str = ""
    charset: str = ""
    stated: Metadata = field(default_factory=Metadata)
    dropped: tuple[str, ...] = ()
