/** Mark the sentences of the passage, if it is on the page, and bring the first into view. */
function lightPassage(passage, ids, scroll) {
  if (!passage) return;
  for (const part of passage.querySelectorAll(".qg-lit")) part.classList.remove("qg-lit");
  const parts = ids.flatMap((id) => [...passage.querySelectorAll(`[data-s="${CSS.escape(id)}"]`)]);
  for (const part of parts) part.classList.add("qg-lit");
  passage.classList.add("qg-numbers");
  const beside = getComputedStyle(passage).position === "sticky";
  if (scroll && beside && parts.length) parts[0].scrollIntoView({ block: "nearest" });
}

/** The running score and what concerns all items. */
class ScoreBar {
  constructor(sheet, startOver) {
    Object.assign(this, { sheet, startOver });
    this.score = h("p", { class: "qg-score", role: "status" });
    this.meter = h("progress", { class: "qg-meter", "aria-hidden": "true", max: 1, value: 0 });
    this.buttons = h("div", { class: "qg-row" });
    this.node = h("div", { class: "qg-bar" }, this.score, this.meter, this.buttons);
    this.offer();
  }

  offer() {
    const { labels, checkAll } = this.sheet;
    const all = this.sheet.several ? [button(labels.check_all, checkAll)] : [];
    this.buttons.replaceChildren(...all, button(labels.start_over, () => this.ask()));
  }

  /** Answers are lost for good, so one press is not enough. */
  ask() {
    const { labels } = this.sheet;
    const close = () => { this.offer(); this.buttons.lastChild.focus(); };
    const cancel = button(labels.cancel, close);
    const go = button(labels.start_over, () => { this.startOver(); close(); }, "qg-danger");
    this.buttons.replaceChildren(h("span", { role: "alert" }, labels.start_over_sure), go, cancel);
    cancel.focus();
  }

  update({ right, total }) {
    this.score.textContent = fill(this.sheet.labels.answered_right, { right, total });
    this.score.hidden = this.meter.hidden = total === 0;
    this.meter.max = Math.max(total, 1);
    this.meter.value = right;
  }
}

const firstAnswers = (entries) => Object.fromEntries(
  Object.entries(entries).map(([id, { first }]) => [id, { first }]));

/**
 * Show a payload and return `{load, state}`.
 *
 * @param el element that is filled
 * @param payload object, or the text that Python's `encode` made of one
 * @param options.saved state to begin with
 * @param options.onChange called with the state after each change
 * @param options.slot gives the element for the items of a section by index, if not `el`
 * @param options.passage element whose `[data-s]` parts are the sentences to be lit
 */
export function mount(el, payload, { saved, onChange, slot, passage } = {}) {
  const data = typeof payload === "string" ? decode(payload) : payload;
  const items = data.sections.flatMap((section) => section.items);
  // Two views of one widget may stand on a page: names of radio groups must differ.
  const uid = `qg${Math.random().toString(36).slice(2, 8)}`;
  let state = restore(items, saved);
  const sheet = {
    labels: data.labels, sentences: data.sentences, uid, several: items.length > 1,
    light: (ids, scroll) => ready && lightPassage(passage, ids, scroll),
    save: () => {
      state.score = scoreOf(items, state.items);
      bar.update(state.score);
      onChange?.(structuredClone(state));
    },
    checkAll: () => {
      ready = false;
      for (const view of views) view.check();
      ready = true;
    },
  };
  let ready = false;
  let views = [];
  const draw = () => {
    ready = false;
    views = [];
    data.sections.forEach((section, index) => {
      const box = slot?.(index) ?? el.appendChild(h("div", { class: "qg-section" }));
      const made = section.items.map((item) => new ItemView(sheet, item, state.items[item.id]));
      const told = (section.instructions ?? []).map((text) =>
        h("p", { class: "qg-instruction" }, rich(text)));
      box.replaceChildren(...told, ...made.map((one) => one.node));
      views.push(...made);
    });
    (slot?.("bar") ?? el).append(bar.node);
    bar.update(state.score);
    ready = true;
  };
  const load = (other) => {
    state = restore(items, other);
    if (!slot) el.replaceChildren();
    lightPassage(passage, [], false);
    draw();
  };
  const bar = new ScoreBar(sheet, () => {
    load({ items: firstAnswers(state.items) });
    sheet.save();
  });
  draw();
  return { load, state: () => structuredClone(state) };
}
