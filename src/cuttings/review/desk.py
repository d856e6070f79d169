"""The reviewer's desk in a notebook: ipywidgets' core controls, bound to a ``Session``.

Everything can be reached with Tab and pressed with Space. The thin widget ``aid`` adds a live region, one-letter keys
and the selecting of words; the rest works without it. Nothing is kept here: a decision is told once it is on the disk.
"""

from collections.abc import Callable
from html import escape
from pathlib import Path

import ipywidgets as w

from cuttings import tables
from cuttings.casebook import DecisionError
from cuttings.review.aid import Aid
from cuttings.review.card import card
from cuttings.review.queue import STATUSES, Item, Wanted
from cuttings.review.session import SHOWN, Session, cells, known

_KEYS = {
    "a": "Accept",
    "r": "Reject",
    "c": "Correct",
    "?": "Needs a call",
    "n": "Next",
    "p": "Previous",
    "u": "Undo",
}
_BULK = "Accept all that are listed …"
_LABEL = {"description_width": "initial"}
_FIELD = w.Layout(width="auto", max_width="min(26em, 96%)")
_SHORT = w.Layout(width="auto", max_width="min(24em, 96%)")
_WIDE = w.Layout(width="auto")
_FLOW = w.Layout(display="flex", flex_flow="row wrap", width="auto")
_PARTS = ("Claim only", "Other words", "Add a claim", "Incidents", "Names", "Orphans")


def _text(label: str, **more: object) -> w.Text:
    return w.Text(description=label, style=_LABEL, layout=_SHORT, **more)


def _choice(label: str, options: list, **more: object) -> w.Dropdown:
    return w.Dropdown(description=label, options=options, style=_LABEL, layout=_FIELD, **more)


def _named(label: str, names: list[str], value: str) -> w.Combobox:
    of = {"options": names, "value": value, "ensure_option": False}
    return w.Combobox(description=label, style=_LABEL, layout=_FIELD, **of)


def _list(label: str, options: list) -> w.Select:
    layout = w.Layout(flex="1 1 18em", width="auto", min_width="0", height="auto")
    made = w.Select(description=label, options=options, rows=6, style=_LABEL, layout=layout)
    made.add_class("cuttings-list")
    return made


class Desk:
    """The widgets; ``view`` is what a notebook shows."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._drawing = False
        self.aid = Aid()
        self.progress, self.card = w.HTML(), w.HTML(layout=w.Layout(width="auto", max_height="22em", overflow="auto"))
        self.told = w.HTML()
        self.reviewer = _text("Your name", value=session.reviewer, continuous_update=True)
        self.list = _list("Claims", [])
        self.filters = self._filters()
        self.comment = _text("Comment")
        self.value = w.Box()
        self.standing = _choice("Standing", list(tables.STANDINGS))
        self.words = _text("Words", placeholder="exactly as in the article")
        self.part = w.ToggleButtons(options=_PARTS, style={"button_width": "auto"})
        self.panel = w.VBox(layout=_WIDE)
        self.verbs = self._verbs()
        self._bind()
        self.view = self._laid_out()
        self._draw()

    def _verbs(self) -> dict[str, Callable[[], str]]:
        """What can be done with the current claim, by what its button says."""
        return {
            "Accept": lambda: self.session.decide("accepted", self.comment.value),
            "Reject": lambda: self.session.decide("rejected", self.comment.value),
            "Needs a call": lambda: self.session.decide("needs_call", self.comment.value),
            "Correct": self._correct,
            "Previous": lambda: self._moved(-1),
            "Next": lambda: self._moved(1),
            "Undo": self.session.undo,
        }

    def _filters(self) -> dict[str, w.Dropdown]:
        items, titles = self.session.queue.items, self.session.queue.titles
        files = {row["article_id"]: row["file"] for row in self.session.queue.articles.values()}
        every = [("all", "")]
        return {
            "status": _choice("Show", [*((name.replace("_", " "), name) for name in STATUSES), *every], value="open"),
            "attribute": _choice("Kind", every + cells(items, "attribute")),
            "incident": _choice("Incident", every + cells(items, "incident_id", titles)),
            "article": _choice("Article", every + cells(items, "article_id", files)),
            "rule": _choice("Rule", every + cells(items, "rule")),
        }

    def _bind(self) -> None:
        self.reviewer.observe(self._on_name, "value")
        self.list.observe(self._on_choose, "index")
        self.part.observe(self._on_part, "value")
        self.aid.observe(self._on_key, "key")
        self.aid.observe(self._on_select, "selected")
        for each in self.filters.values():
            each.observe(self._on_filter, "value")

    def _laid_out(self) -> w.VBox:
        actions = [self._button(label, verb) for label, verb in self.verbs.items()]
        self.bulk = w.Button(description=_BULK, layout=w.Layout(width="auto", align_self="flex-start"))
        self.bulk.on_click(self._on_bulk)
        keys = ", ".join(f"{key} {label.lower()}" for key, label in _KEYS.items())
        kept = escape(str(self.session.casebook / "decisions.jsonl"))
        new = w.HBox([self.value, self.standing, self.comment], layout=_FLOW)
        # what is pressed stands above what is read, so that it stays where it is however long that is
        claim = w.VBox(
            [w.HBox(actions, layout=_FLOW), new, self.told, self.progress, self.card],
            layout=w.Layout(flex="2 1 30em", width="auto", min_width="0"),
        )
        parts = [
            w.HBox([self.reviewer, *self.filters.values()], layout=_FLOW),
            w.HBox([self.list, claim], layout=_FLOW),
            self.part,
            self.aid,
            self.panel,
            self.bulk,
            w.HTML(f"<small>Keys, while this has the focus: {keys}. Decisions go to {kept}.</small>"),
        ]
        view = w.VBox(parts, layout=w.Layout(width="auto", max_width="80em", overflow="visible"))
        view.add_class("cuttings-desk")
        return view

    def _button(self, label: str, do: Callable[[], str]) -> w.Button:
        button = w.Button(description=label, layout=w.Layout(width="auto"))
        button.on_click(lambda _: self._do(do))
        return button

    def _do(self, verb: Callable[[], str]) -> None:
        """Do it, and say what was done, or why it was not."""
        try:
            said = verb()
        except DecisionError as error:
            self._tell(f"Not recorded: {error}.")
            return  # what was typed stays
        except OSError as error:
            self._tell(
                f"NOT SAVED: {error.strerror or error}. Make room, or choose another casebook, and say it again."
            )
            return
        self._draw()
        self._tell(said)
        self.bulk.description = _BULK

    def _tell(self, said: str) -> None:
        self.told.value = f"<p><b>{escape(said)}</b></p>"
        item = self.session.current
        following = f" Now: {item.claim['attribute']} “{item.claim['value']}”." if item else " Nothing is left here."
        spoken = f"{said}{following} {self.session.queue.progress()}."
        again = "\u200b" if self.aid.said == spoken else ""  # what does not change is not read aloud
        self.aid.said = spoken + again

    def _correct(self) -> str:
        item = self.session.current
        changed = item is not None and self.words.value != item.claim["evidence"]
        words = self._span() if changed or self._moved_words() else ""
        said = {"value": self._value(), "standing": self.standing.value, "words": words}
        return self.session.decide("corrected", self.comment.value, **said)

    def _moved_words(self) -> bool:
        """Whether the same words were selected at another place of the article."""
        item, span = self.session.current, self._span()
        return item is not None and not isinstance(span, str) and span[0] != item.claim["start"]

    def _value(self) -> str:
        return self.value.children[0].value or ""

    def _moved(self, by: int) -> str:
        self.session.move(by)
        return ""

    def _on_bulk(self, _: w.Button) -> None:
        """A bulk action takes a second press, which says how many claims it is on."""
        if self.bulk.description != _BULK:
            self._do(self.session.accept_shown)
            return
        count = sum(not self.session.queue.of(item).last for item in self.session.shown)
        self._do(lambda: f"Press again to be sure: {count} claims are listed that nobody has decided.")
        self.bulk.description = f"Yes, accept these {count}"

    def _on_name(self, change: dict) -> None:
        self.session.reviewer = change["new"]

    def _on_choose(self, change: dict) -> None:
        if not self._drawing and change["new"] is not None:
            self.session.choose(change["new"])
            self.bulk.description, self.told.value = _BULK, ""
            self._draw()

    def _on_filter(self, _: dict) -> None:
        self.session.want(Wanted(**{name: each.value for name, each in self.filters.items()}))
        self.bulk.description, self.told.value = _BULK, ""
        self._draw()

    def _on_part(self, _: dict) -> None:
        self.bulk.description = _BULK
        self._draw_panel()

    def _on_key(self, change: dict) -> None:
        label = _KEYS.get(change["new"].split(" ")[0])
        if label:
            self._do(self.verbs[label])

    def _on_select(self, _: dict) -> None:
        words = self._selected()[0]
        if words:
            self.words.value = words

    def _selected(self) -> tuple[str, int]:
        """The words that are selected in the article, without blanks at their ends, and where they begin."""
        item, at = self.session.current, self.aid.selected
        if item is None or len(at) != 2 or not 0 <= at[0] < at[1]:
            return "", 0
        words = item.article["text"][at[0] : at[1]]
        return words.strip(), at[0] + len(words) - len(words.lstrip())

    def _draw(self) -> None:
        """Everything that follows from where the session is."""
        session, item = self.session, self.session.current
        self._drawing = True
        shown, every = session.shown, session.every
        self.list.options = [f"{number}. {_line(each)}" for number, each in enumerate(shown, 1)]
        self.list.index = session.place
        self._drawing = False
        more = f" The list has the first {SHOWN} of {len(every)}." if len(every) > SHOWN else ""
        self.progress.value = f"<p><b>{escape(session.queue.progress())}</b>.{more}</p>"
        self.comment.value = ""
        if item is None:
            self.card.value, self.aid.text = "<p>No claim is left that fits. Choose another one under “Show”.</p>", ""
        else:
            place = "Decided" if session.place is None else f"{session.place + 1} of {len(every)}"
            self.card.value = card(session.queue, item, place)
            self.standing.value = item.claim["standing"] or "reported"
            self.value.children = [self._cell("New value", str(item.claim["attribute"]), str(item.claim["value"]))]
            self.words.value, self.aid.selected = item.claim["evidence"], [0, 0]
        self._draw_panel()

    def _cell(self, label: str, attribute: str, value: str = "") -> w.DOMWidget:
        codes = list(self.session.words.codes(attribute))
        if codes:
            return _choice(label, codes, value=value if value in codes else codes[0])
        names = known(self.session.words, attribute)
        return _named(label, names, value) if names else _text(label, value=value)

    def _draw_panel(self) -> None:
        item = self.session.current
        passages = self.part.value in ("Other words", "Add a claim") and item is not None
        self.aid.text = item.article["text"] if passages else ""
        if passages and item.key[2] is not None:
            self.aid.marked = [int(item.claim["start"]), int(item.claim["end"])]
        make = {
            "Other words": self._other_words,
            "Add a claim": self._addition,
            "Incidents": self._incidents,
            "Names": self._names,
            "Orphans": self._orphans,
        }.get(self.part.value)
        self.panel.children = make() if make and (item is not None or self.part.value == "Orphans") else []

    def _other_words(self) -> list[w.Widget]:
        use = self._button("Correct to these words", self._correct)
        return [w.HTML("<p>Select other words above, or copy them from the article.</p>"), self.words, use]

    def _addition(self) -> list[w.Widget]:
        attribute = _choice("Kind", list(tables.ATTRIBUTES))
        value = w.Box([self._cell("Value", tables.ATTRIBUTES[0])])
        standing = _choice("Standing", list(tables.STANDINGS))

        def change(_: object) -> None:
            value.children = [self._cell("Value", attribute.value)]

        def add() -> str:
            said = value.children[0].value or ""
            return self.session.add(attribute.value, said, self._span(), standing.value)

        attribute.observe(change, "value")
        row = w.HBox([attribute, value, standing, self._button("Add", add)], layout=_FLOW)
        return [w.HTML("<p>Select the words above, or copy them from the article.</p>"), self.words, row]

    def _span(self) -> str | tuple[int, int]:
        """The offsets that are selected, where they are the words in the field; else the words."""
        words, start = self._selected()
        return (start, start + len(words)) if words and words == self.words.value else self.words.value

    def _incidents(self) -> list[w.Widget]:
        others = _choice("The same as", [("choose …", ""), *self.session.neighbours()])
        return [
            w.HBox(
                [others, self._button("They are one incident", lambda: self.session.merge(others.value or ""))],
                layout=_FLOW,
            ),
            self._button("This article tells of another incident than the others", self.session.split),
        ]

    def _names(self) -> list[w.Widget]:
        rows = self.session.named().drop_duplicates(["name", "role", "nameable"]).to_dict("records")
        if not rows:
            return [w.HTML("<p>Nobody is named.</p>")]
        people = [
            (f"{row['name']} ({row['role']}): {row['nameable']}, {row['reason']}", (row["name"], row["role"]))
            for row in rows
        ]
        who = _list("Who", people)
        answer = _choice("May be named", ["no", "ask", "yes"])
        reason = _text("Reason")
        do = self._button("Record", lambda: self.session.name(*who.value, answer.value, reason.value))
        return [who, w.HBox([answer, reason, do], layout=_FLOW)]

    def _orphans(self) -> list[w.Widget]:
        rows = self.session.orphans()
        if not rows:
            return [w.HTML("<p>Every decision has its words.</p>")]
        options = [(_orphan(row), row["decision_id"]) for row in rows]
        which = _list("Orphans", options)
        note = (
            "<p>These were made on words that this run does not have. Decide on the words that there are now, in the "
            "list above; then take the old decision back.</p>"
        )
        return [w.HTML(note), which, self._button("Take it back", lambda: self.session.settle(which.value))]


def _orphan(row: dict) -> str:
    near = f"; nearest now: “{row['nearest']}”" if row["nearest"] else ""
    said = f"{row['verdict']} {row['new_value']}".strip()
    on = f"{row['attribute']} “{row['value']}”, on “{row['words']}” in {row['file'] or 'an article'}"
    return f"{row['reviewer']}: {said}, {on} ({row['reason']}{near})"


def _line(item: Item) -> str:
    return f"{item.claim['attribute']}: {item.claim['value']} · {item.claim['standing']} · {item.title}"


def opened(out: Path, casebook: Path, reviewer: str = "") -> w.VBox:
    """The desk for the run in ``out``, to be shown in a notebook."""
    return Desk(Session(out, casebook, reviewer)).view
