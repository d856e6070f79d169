"""A thin widget of our own, for what the core controls cannot do: a live region, selected words, and keys."""

from pathlib import Path

import anywidget
import traitlets

_STYLE = """
.cuttings-status { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.cuttings-passage { box-sizing: border-box; width: 100%; font: inherit; line-height: 18px; resize: vertical;
  color: inherit; background: inherit; border: 1px solid currentColor; padding: 0.4em; }
.cuttings-desk button:focus-visible, .cuttings-desk select:focus-visible, .cuttings-desk input:focus-visible,
.cuttings-desk textarea:focus-visible, .cuttings-desk summary:focus-visible { outline: 3px solid #1f6feb;
  outline-offset: 1px; }
.cuttings-desk mark { background: #ffe08a; color: #000; padding: 0 0.15em; }
.cuttings-desk .widget-html-content { line-height: 1.5; overflow-wrap: anywhere; }
.cuttings-desk .widget-html-content p, .cuttings-desk .widget-html-content h3 { margin: 0.2em 0; }
.cuttings-desk .widget-html-content blockquote { margin: 0.4em 0; padding-left: 0.8em; border-left: 3px solid #8888; }
.cuttings-desk .widget-label { min-width: 0; }
.cuttings-list { flex-direction: column; align-items: stretch; }
.cuttings-list select { flex: 1 1 8em; }
.cuttings-list label { align-self: flex-start; }
"""


class Aid(anywidget.AnyWidget):
    """``said`` is spoken by a screen reader when it changes. ``text`` is shown to select words in, with the code points
    of ``marked`` selected; ``selected`` are those that a person selects. ``key`` is the last key, and when.
    """

    _esm = Path(__file__).with_name("aid.js")
    _css = _STYLE

    said = traitlets.Unicode("").tag(sync=True)
    text = traitlets.Unicode("").tag(sync=True)
    marked = traitlets.List(traitlets.Int(), default_value=[0, 0]).tag(sync=True)
    selected = traitlets.List(traitlets.Int(), default_value=[0, 0]).tag(sync=True)
    key = traitlets.Unicode("").tag(sync=True)
