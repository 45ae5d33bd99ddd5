/* ---------------------------------------------------------------- hosts */

/** Stop the keys of the player from being taken for commands of the notebook around it. */
function keepKeys(el) {
  el.dataset.lmSuppressShortcuts = "true";
  for (const kind of ["keydown", "keyup", "keypress"]) {
    el.addEventListener(kind, (event) => event.stopPropagation());
  }
}

/*
 * The parts of a notebook, by the `kind` of the model. `state` is what the learner does, from the
 * page to Python (and back to other views of a section); `data` is what Python shows in return.
 */
const PARTS = { section, learner, score, review, "hand-in": handIn };

/** Show an anywidget model; return what undoes it. */
function render({ model, el }) {
  const kind = model.get("kind");
  const root = el.appendChild(h("div", { class: "qg qg-in-notebook", "data-part": kind }));
  keepKeys(root);
  const listeners = [];
  const listen = (name, listener) => {
    model.on(`change:${name}`, listener);
    listeners.push([name, listener]);
  };
  PARTS[kind](model, root, listen);
  return () => listeners.forEach(([name, listener]) => model.off(`change:${name}`, listener));
}

function send(model, state) {
  model.set("state", state);
  model.save_changes();
}

/**
 * A section says with each state which view it is from and how many that view has sent: the kernel
 * sends every state back, and one that comes late must not undo what the learner did meanwhile.
 */
function section(model, root, listen) {
  const view = Math.random().toString(36).slice(2);
  let last = { turn: 0 };
  const onChange = (state) => {
    last = { ...state, view, turn: last.turn + 1 };
    send(model, last);
  };
  const player = mount(root, model.get("payload"), { saved: model.get("state"), onChange });
  listen("state", () => {
    const state = model.get("state");
    if (state.view !== view) player.load(state);
    else if (state.turn !== last.turn) model.set("state", last);
  });
}

function learner(model, root) {
  learnerForm(root, {
    labels: model.get("labels"), state: model.get("state"), save: (given) => send(model, given),
  });
}

function score(model, root, listen) {
  const draw = () => scoreChart(root, { labels: model.get("labels"), data: model.get("data") });
  listen("data", draw);
  draw();
}

function review(model, root, listen) {
  let count = model.get("state").count ?? 0;
  const rate = (word, rating) => send(model, { word, rating, count: (count += 1) });
  const draw = (focus) =>
    reviewCard(root, { labels: model.get("labels"), data: model.get("data"), rate }, focus);
  listen("data", () => draw(root.contains(document.activeElement)));
  draw(false);
}

function handIn(model, root, listen) {
  let count = model.get("state").count ?? 0;
  const make = () => send(model, { count: (count += 1) });
  const draw = () => handInBox(root, { labels: model.get("labels"), data: model.get("data"), make });
  listen("data", draw);
  draw();
}

/** Bring the HTML worksheet to life; answers stay in the browser until the learner starts over. */
export function start(page) {
  const root = page.querySelector("[data-quizgen]");
  const key = `quizgen:${root.dataset.sheet}`;
  const store = {
    read: () => { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } },
    write: (state) => { try { localStorage.setItem(key, JSON.stringify(state)); } catch { /* full or forbidden */ } },
  };
  mount(root, root.dataset.quizgen, {
    saved: store.read(),
    onChange: store.write,
    slot: (name) => page.querySelector(`[data-slot="${name}"]`),
    passage: page.querySelector("[data-passage]"),
  });
  page.documentElement.classList.add("qg-on");
}

export default { render };
