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

function section(model, root, listen) {
  let own = null;
  const onChange = (state) => {
    own = JSON.stringify(state);
    send(model, state);
  };
  const player = mount(root, model.get("payload"), { saved: model.get("state"), onChange });
  listen("state", () => {
    if (JSON.stringify(model.get("state")) !== own) player.load(model.get("state"));
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
