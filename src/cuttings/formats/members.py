"""The members of an archive by their names: which are litter, which must not be trusted, and how two alike are told."""

import re
from collections import Counter

from cuttings.formats.record import Refusal

QUIET = frozenset(("Thumbs.db", "desktop.ini", "__MACOSX", "Icon\r"))  # what desktops leave
ASSETS = ("_files", "-Dateien", "_fichiers", "_archivos", "_file", ".files")  # folders that browsers save beside a page
PAGES = (".html", ".htm", ".xhtml", ".shtml")
_DRIVE = re.compile(r"^[A-Za-z]:")
_PARTS_OF_PAGES = re.compile(r"\.(?:js|mjs|css|png|jpe?g|gif|svg|webp|avif|ico|woff2?|ttf|json|map|download)$", re.I)
_REMEDY = "unpack the archive yourself, if you trust it, and copy the file into the articles folder"
_LONGEST = 1000  # characters of a name


class Names:
    """The names of an archive's members, as they come."""

    def __init__(self) -> None:
        self.seen: Counter[str] = Counter()

    def called(self, name: str) -> str:
        """What a member is called: two of one name are told apart by ``#2``."""
        self.seen[name] += 1
        return name if self.seen[name] == 1 else f"{name}#{self.seen[name]}"

    def is_litter(self, name: str) -> bool:
        """Whether a member is what desktops and browsers leave beside articles: hidden files, a page's own images."""
        parts = name.split("/")
        if any(part in QUIET or (part.startswith(".") and part.strip(".")) for part in parts):
            return True
        for at, part in enumerate(parts[:-1]):
            page = next((part.removesuffix(ending) for ending in ASSETS if part.endswith(ending)), "")
            beside = ["/".join([*parts[:at], page + ending]) for ending in PAGES]
            if page and (any(one in self.seen for one in beside) or _PARTS_OF_PAGES.search(name)):
                return True
        return False


def unsafe(name: str) -> Refusal | None:
    """Why a member's name must not be followed, if it leads out of its archive."""
    out = name.startswith("/") or _DRIVE.match(name) or ".." in name.split("/")
    if out or "\0" in name or len(name) > _LONGEST:
        return Refusal(
            "unsafe_name", "a name that leads out of the archive", _REMEDY, name[:80].lstrip("/") or "unnamed"
        )
    return None


def link(name: str) -> Refusal:
    """The refusal of a member that is a link, a device or a pipe."""
    return Refusal("link", "a link, a device or a pipe in an archive, not followed", _REMEDY, name)


def too_large(name: str, most: int) -> Refusal:
    """The refusal of a member with more bytes than one document may have."""
    detail = f"more than {most:,} bytes, the limit for one document"
    return Refusal("too_large", detail, "split it, or raise the limit", name)
