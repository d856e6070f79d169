// What the core controls cannot do: say aloud what happened, tell which words were selected, and take a key.
// Everything else works without it.
const KEYS = new Set(["a", "r", "c", "?", "n", "p", "u"]);

function codePoints(text, units) {
  return Array.from(text.slice(0, units)).length;
}

function units(text, points) {
  return Array.from(text).slice(0, points).join("").length;
}

function render({ model, el }) {
  const status = document.createElement("div");
  status.setAttribute("role", "status");
  status.className = "cuttings-status";
  const label = document.createElement("label");
  const passage = document.createElement("textarea");
  passage.readOnly = true;
  passage.rows = 9;
  passage.className = "cuttings-passage";
  label.append("The whole article. Select words here to use them. ", passage);
  el.append(status, label);

  const say = () => { status.textContent = model.get("said").trim(); };
  const show = () => {
    label.hidden = !model.get("text");
    passage.value = model.get("text");
    const [start, end] = model.get("marked").map((at) => units(passage.value, at));
    passage.setSelectionRange(start, end);
    // lines above the words, roughly, so that they stand in the middle
    const lines = passage.value.slice(0, start).length / 90;
    passage.scrollTop = Math.max(0, (lines - 2) * 18);
  };
  const select = () => {
    const at = [passage.selectionStart, passage.selectionEnd].map((each) => codePoints(passage.value, each));
    model.set("selected", at);
    model.save_changes();
  };
  passage.addEventListener("select", select);
  passage.addEventListener("keyup", select);
  passage.addEventListener("mouseup", select);
  model.on("change:said", say);
  model.on("change:text", show);
  model.on("change:marked", show);
  say();
  show();

  // JupyterLab takes a letter that is pressed on a button for a command of its own (x cuts the cell), and listens before
  // any element does: so keys are taken at the window, while the focus is in the desk.
  let desk = el;
  const press = (event) => {
    if (!desk.contains(event.target) || event.ctrlKey || event.altKey || event.metaKey) return;
    event.stopPropagation();
    const field = "input, textarea:not([readonly]), select:not(.cuttings-list select)";
    if (event.target.matches(field) || !KEYS.has(event.key.toLowerCase())) return;
    if (event.repeat && !"np".includes(event.key.toLowerCase())) return; // a key that is held decides once
    event.preventDefault();
    model.set("key", `${event.key.toLowerCase()} ${Date.now()}`);
    model.save_changes();
  };
  window.addEventListener("keydown", press, true);
  const pressed = () => {
    for (const each of desk.querySelectorAll(".widget-toggle-buttons button")) {
      each.setAttribute("aria-pressed", String(each.classList.contains("mod-active")));
    }
  };
  const watcher = new MutationObserver(pressed);
  requestAnimationFrame(() => {
    desk = el.closest(".cuttings-desk") ?? el;
    desk.setAttribute("role", "region");
    desk.setAttribute("aria-label", "Review of claims");
    watcher.observe(desk, { attributes: true, attributeFilter: ["class"], subtree: true });
    pressed();
  });
  return () => {
    window.removeEventListener("keydown", press, true);
    watcher.disconnect();
  };
}

export default { render };
