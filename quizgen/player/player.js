/**
 * The interactive player of quizgen: one module without dependencies, used by the HTML worksheet
 * (`start`) and by the notebook (the default export is an anywidget front end).
 *
 * A payload is `{labels, sentences, sections: [{instructions, items}]}`: items are the records
 * that `quizgen items --format jsonl` prints, with their printed `number`, a `note` and the way
 * to `compare` answers; every visible word comes from `labels`, so the module holds no language
 * of its own. State is plain JSON:
 * `{items: {id: {answer, checked, right, tries, revealed, ticks}}, score: {right, total}}`.
 */

const KEY = "quizgen";

/** Return the payload that Python's `encode` hid; it is hidden from a glance, not secured. */
export function decode(text) {
  const key = new TextEncoder().encode(KEY);
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes.map((byte, i) => byte ^ key[i % key.length])));
}

/* ---------------------------------------------------------------- grading: pure functions */

const NUMBER_SIGNS = [
  [/(\d)[.\s](?=\d{3}(?!\d))/g, "$1"], // 1.250 and 1 250 are 1250
  [/(\d):(?=\d)/g, "$1."], // 19:30 is 19.30
  [/(\d)[-–](?=\d)/g, "$1/"], // 5-5-2025 is 5/5/2025
];

/**
 * Return the form in which two answers are compared.
 *
 * `mode` is "loose" (case, spaces and punctuation do not count: Rp 5 is Rp5), "form" (words must
 * be written right, case and the punctuation around them do not count) or "exact" (for spelling
 * items: only outer and repeated spaces and the shape of quotation marks do not count).
 */
export function normalise(text, mode = "loose") {
  let plain = text.normalize("NFKC").replace(/[“”„]/g, '"').replace(/[‘’]/g, "'");
  plain = plain.replace(/[‐‑]/g, "-").replace(/\s+/g, " ").trim();
  if (mode === "exact") return plain;
  plain = plain.toLowerCase();
  if (mode === "form") return plain.replace(/^["'(\s]+|[.,;:!?"')\s]+$/g, "");
  for (const [pattern, replacement] of NUMBER_SIGNS) plain = plain.replace(pattern, replacement);
  plain = plain.replace(/(\d)[.,/](?=\d)/g, (sign, digit) => digit + SIGN_NAMES[sign.at(-1)]);
  plain = plain.replace(/(\d) ?persen\b/g, "$1%");
  return plain.replace(/[^\p{L}\p{N}\p{M}%$€£¥§]/gu, (sign) => KEPT_SIGNS[sign] ?? "");
}

// Signs inside a number change its value, so they outlive the removal of punctuation.
const SIGN_NAMES = { ".": "§d", ",": "§c", "/": "§s" };
const KEPT_SIGNS = { "°": "°", "+": "+", "−": "−" };

const matches = (typed, accepted, mode) =>
  accepted.some((one) => normalise(one, mode) === normalise(typed, mode));

/** Grade several short answers in any order: each accepted list serves one typed answer. */
function gradeUnordered(item, typed) {
  const open = [...item.answers];
  return typed.map((text) => {
    const found = open.findIndex((accepted) => matches(text, accepted, item.compare));
    if (found >= 0) open.splice(found, 1);
    return found >= 0;
  });
}

const rights = (item) => [...item.pairs.map((pair) => pair[1]), ...(item.distractors ?? [])];
const shown = (item, length) =>
  item.shown?.length === length ? item.shown : Array.from({ length }, (_, index) => index);
const filled = (answer) => answer.every((part) => part !== null && part !== "");
const blank = (length, value) => Array.from({ length }, () => value);
const isIndex = (value, length) => Number.isInteger(value) && value >= 0 && value < length;
const isOptional = (value, length) => value === null || isIndex(value, length);
const isList = (value, length, test) =>
  Array.isArray(value) && value.length === length && value.every(test);
const isText = (value) => typeof value === "string";

/**
 * What each response kind needs: an empty answer, whether a stored answer fits the item, whether
 * it is complete, and which of its parts are right.
 */
const KINDS = {
  choice: {
    empty: () => null,
    valid: (item, answer) => isOptional(answer, item.options.length),
    complete: (item, answer) => answer !== null,
    parts: (item, answer) => [Boolean(item.options[answer]?.correct)],
  },
  "multi-choice": {
    empty: () => [],
    valid: (item, answer) =>
      Array.isArray(answer) && answer.every((index) => isIndex(index, item.options.length)),
    complete: (item, answer) => answer.length > 0,
    parts: (item, answer) =>
      item.options.map((option, index) => option.correct === answer.includes(index)),
  },
  categorise: {
    empty: (item) => blank(item.statements.length, null),
    valid: (item, answer) =>
      isList(answer, item.statements.length, (part) => isOptional(part, item.categories.length)),
    complete: (item, answer) => filled(answer),
    parts: (item, answer) =>
      item.statements.map((one, index) => item.categories[answer[index]] === one.category),
  },
  gap: {
    empty: (item) => blank(item.answers.length, ""),
    valid: (item, answer) => isList(answer, item.answers.length, isText),
    complete: (item, answer) => filled(answer),
    parts: (item, answer) =>
      item.answers.map((accepted, index) => matches(answer[index], accepted, item.compare)),
  },
  "short-answer": {
    empty: (item) => blank(item.answers.length, ""),
    valid: (item, answer) => isList(answer, item.answers.length, isText),
    complete: (item, answer) => filled(answer),
    parts: gradeUnordered,
  },
  "free-text": {
    empty: () => "",
    valid: (item, answer) => isText(answer),
    complete: (item, answer) => answer.trim() !== "",
    parts: () => [],
  },
  matching: {
    empty: (item) => blank(item.pairs.length, null),
    valid: (item, answer) =>
      isList(answer, item.pairs.length, (part) => isOptional(part, rights(item).length)),
    complete: (item, answer) => filled(answer),
    parts: (item, answer) =>
      item.pairs.map((pair, index) => rights(item)[answer[index]] === pair[1]),
  },
  ordering: {
    empty: (item) => [...shown(item, item.options.length)],
    valid: (item, answer) =>
      isList(answer, item.options.length, (part) => isIndex(part, item.options.length)) &&
      new Set(answer).size === answer.length,
    complete: () => true,
    parts: (item, answer) =>
      item.options.map((option, index) => item.options[answer[index]].text === option.text),
  },
};

/** Return whether an item counts in the score: a free text is judged by its writer. */
export const isScored = (item) => item.response !== "free-text";

/** Return the answer that nobody has touched yet. */
export const emptyAnswer = (item) => KINDS[item.response].empty(item);

/** Return `{complete, right, parts}`: `parts` has one truth value for each thing to be decided. */
export function grade(item, answer) {
  const kind = KINDS[item.response];
  const parts = kind.parts(item, answer);
  const right = isScored(item) && parts.length > 0 && parts.every(Boolean);
  return { complete: kind.complete(item, answer), right, parts };
}

/** Return a usable state from whatever was stored; what does not fit the items starts empty. */
export function restore(items, saved) {
  const stored = saved?.items ?? {};
  const entries = items.map((item) => [item.id, restoreEntry(item, stored[item.id])]);
  return { items: Object.fromEntries(entries), score: scoreOf(items, Object.fromEntries(entries)) };
}

function restoreEntry(item, stored) {
  const fits = stored && KINDS[item.response].valid(item, stored.answer);
  const answer = fits ? structuredClone(stored.answer) : emptyAnswer(item);
  const checked = Boolean(fits && stored.checked);
  const revealed = Boolean(fits && stored.revealed);
  const right = checked && !revealed && grade(item, answer).right;
  const rows = item.rubric?.length ?? 0;
  const ticks = isList(stored?.ticks, rows, (tick) => typeof tick === "boolean");
  return {
    answer, checked, right, revealed,
    tries: Number.isInteger(stored?.tries) ? stored.tries : 0,
    ticks: ticks ? [...stored.ticks] : blank(rows, false),
  };
}

function scoreOf(items, entries) {
  const scored = items.filter(isScored);
  return { right: scored.filter((item) => entries[item.id].right).length, total: scored.length };
}

/* ---------------------------------------------------------------- building the page */

/** Make an element; names that begin with "on" are listeners, null and false leave one out. */
function h(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== null && value !== false && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children.flat().filter((child) => child !== null));
  return node;
}

const ITALIC = /(?<![\p{L}\p{N}_*])\*(?=[^\s*])([^*\n]+)(?<=\S)\*(?![\p{L}\p{N}_*])/gu;

/** Return text nodes, with `*kata*` as an em element; data never becomes markup. */
function rich(text) {
  return text.split(ITALIC).map((piece, index) => (index % 2 ? h("em", null, piece) : piece));
}

const plain = (text) => text.replace(ITALIC, "$1");
const fill = (template, values) =>
  template.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
const letter = (index) => String.fromCharCode(65 + index);
const small = (index) => `${letter(index).toLowerCase()}.`;
const hiddenText = (text) => h("span", { class: "qg-sr" }, text);
const textInput = (attributes) =>
  h("input", {
    type: "text", class: "qg-input", lang: "id",
    autocomplete: "off", autocapitalize: "off", spellcheck: "false", ...attributes,
  });

const button = (text, onclick, kind = "") =>
  h("button", { type: "button", class: `qg-button ${kind}`.trim(), onclick }, text);

/** Return a drop-down list: `choices` are [value, text]; the empty value stands first. */
function dropDown(label, choices, value, onchange) {
  const option = ([key, text]) => h("option", { value: key, selected: key === value }, text);
  return h(
    "select",
    { class: "qg-select", "aria-label": label, onchange: (event) => onchange(event.target.value) },
    [["", "…"], ...choices].map(option),
  );
}

/*
 * A control takes a context {item, labels, uid, entry, changed, submit} and returns {node, marks}:
 * `marks` are the places, one for each part, where right or wrong is shown after a check. It
 * writes into entry.answer and calls changed().
 */
const CONTROLS = {
  choice: (context) => optionList(context, "radio"),
  "multi-choice": (context) => optionList(context, "checkbox"),
  categorise: categoriseTable,
  gap: gapText,
  "short-answer": shortAnswers,
  "free-text": essay,
  matching: matchingTable,
  ordering: orderingList,
};

function optionList({ item, uid, entry, changed }, type) {
  const many = type === "checkbox";
  const marks = item.options.map(() => h("span", { class: "qg-mark" }));
  const choose = (index, on) => {
    if (!many) entry.answer = index;
    else entry.answer = entry.answer.filter((one) => one !== index).concat(on ? [index] : []);
    changed();
  };
  const row = (option, index) => {
    const picked = many ? entry.answer.includes(index) : entry.answer === index;
    const input = h("input", {
      type, name: uid, checked: picked, onchange: (event) => choose(index, event.target.checked),
    });
    const text = h("span", { class: "qg-option-text" }, rich(option.text));
    const label = h("span", { class: "qg-letter" }, `${letter(index)}.`);
    return h("li", null, h("label", { class: "qg-option" }, input, label, text, marks[index]));
  };
  return { node: h("ul", { class: "qg-options" }, item.options.map(row)), marks };
}

function categoriseTable({ item, labels, uid, entry, changed }) {
  const marks = item.statements.map(() => h("span", { class: "qg-mark" }));
  const cell = (row, column) => {
    const input = h("input", {
      type: "radio", name: `${uid}-${row}`, checked: entry.answer[row] === column,
      "aria-labelledby": `${uid}-${row}-text ${uid}-${row}-${column}`,
      onchange: () => { entry.answer[row] = column; changed(); },
    });
    const text = h("span", { class: "qg-cell-label", id: `${uid}-${row}-${column}` },
      item.categories[column]);
    return h("td", null, h("label", { class: "qg-cell" }, input, text));
  };
  const line = (statement, row) =>
    h("tr", null,
      h("th", { scope: "row" }, h("span", { id: `${uid}-${row}-text` },
        `${small(row)} `, rich(statement.text)), marks[row]),
      item.categories.map((_, column) => cell(row, column)));
  const head = h("tr", null, h("th", { scope: "col" }, labels.statement),
    item.categories.map((name) => h("th", { scope: "col" }, name)));
  const body = h("tbody", null, item.statements.map(line));
  return { node: h("table", { class: "qg-table" }, h("thead", null, head), body), marks };
}

function gapText({ item, labels, entry, changed, submit }) {
  const marks = item.answers.map(() => h("span", { class: "qg-mark" }));
  const bank = (item.options ?? []).map((option) => option.text);
  const words = bank.map((word) => h("li", null, word));
  const showUsed = () => words.forEach((node, index) =>
    node.classList.toggle("qg-used", entry.answer.includes(bank[index])));
  const set = (index, value) => { entry.answer[index] = value; showUsed(); changed(); };
  // A gap inside a word, as in a C-test, tells how many letters are missing.
  const lettered = (index) => {
    const { length } = item.answers[index][0];
    return { maxlength: length, size: length + 1, placeholder: "_".repeat(length) };
  };
  const gap = (index, inside) => {
    const number = h("span", { class: "qg-gap-number", "aria-hidden": "true" }, `(${index + 1})`);
    const label = `${labels.answer} ${index + 1}`;
    const field = bank.length
      ? dropDown(label, bank.map((word) => [word, word]), entry.answer[index],
        (value) => set(index, value))
      : textInput({
        "aria-label": label, value: entry.answer[index], onkeydown: submit,
        oninput: (event) => set(index, event.target.value), ...(inside ? lettered(index) : {}),
      });
    // In a C-test the gap continues a word, so nothing may stand between the two.
    const order = inside ? [field, number] : [number, field];
    return h("span", { class: `qg-gap${inside ? " qg-gap-inside" : ""}` }, order, marks[index]);
  };
  const pieces = item.prompt.split(/\{\{(\d+)\}\}/g);
  const text = pieces.map((piece, index) => index % 2
    ? gap(Number(piece) - 1, /\p{L}$/u.test(pieces[index - 1]))
    : rich(piece));
  const box = bank.length
    ? h("ul", { class: "qg-bank", "aria-label": labels.word_bank }, words)
    : null;
  showUsed();
  return { node: h("div", null, box, h("p", { class: "qg-gap-text" }, text.flat())), marks };
}

function shortAnswers({ item, labels, entry, changed, submit }) {
  const marks = item.answers.map(() => h("span", { class: "qg-mark" }));
  const field = (index) => {
    const number = item.answers.length > 1 ? ` ${index + 1}` : "";
    const input = textInput({
      value: entry.answer[index], onkeydown: submit,
      oninput: (event) => { entry.answer[index] = event.target.value; changed(); },
    });
    const label = h("span", { class: "qg-field-label" }, `${labels.answer}${number}`);
    return h("label", { class: "qg-field" }, label, input, marks[index]);
  };
  return { node: h("div", null, item.answers.map((_, index) => field(index))), marks };
}

function essay({ item, labels, entry, changed }) {
  const area = h("textarea", {
    class: "qg-input qg-area", rows: 6, lang: "id",
    oninput: (event) => { entry.answer = event.target.value; changed(); },
  });
  area.value = entry.answer;
  const label = h("span", { class: "qg-field-label" }, labels.answer);
  return { node: h("label", { class: "qg-field qg-field-area" }, label, area), marks: [] };
}

function matchingTable({ item, uid, entry, changed }) {
  const marks = item.pairs.map(() => h("span", { class: "qg-mark" }));
  const right = rights(item);
  const choices = shown(item, right.length).map((index, place) =>
    [String(index), `${letter(place)}. ${plain(right[index])}`]);
  const line = ([left], row) => {
    const value = entry.answer[row] === null ? "" : String(entry.answer[row]);
    const select = dropDown("", choices, value, (picked) => {
      entry.answer[row] = picked === "" ? null : Number(picked);
      changed();
    });
    select.removeAttribute("aria-label");
    select.setAttribute("aria-labelledby", `${uid}-${row}-left`);
    return h("tr", null,
      h("th", { scope: "row", id: `${uid}-${row}-left` }, `${row + 1}. `, rich(left)),
      h("td", null, select, marks[row]));
  };
  const body = h("tbody", null, item.pairs.map(line));
  return { node: h("table", { class: "qg-table qg-matching" }, body), marks };
}

function orderingList({ item, labels, entry, changed }) {
  const marks = item.options.map(() => h("span", { class: "qg-mark" }));
  const list = h("ol", { class: "qg-order" });
  const news = h("span", { class: "qg-sr", "aria-live": "assertive" });
  const move = (place, step) => {
    const target = place + step;
    const order = entry.answer;
    [order[place], order[target]] = [order[target], order[place]];
    changed();
    draw();
    const side = step < 0 ? 0 : 1;
    const buttons = list.children[target].querySelectorAll("button");
    (buttons[side].disabled ? buttons[1 - side] : buttons[side]).focus();
    news.textContent = `${labels.order} ${target + 1} ${labels.of} ${order.length}`;
  };
  const button = (place, step, sign, label) =>
    h("button", {
      type: "button", class: "qg-move", "aria-label": `${label}: ${place + 1}`, title: label,
      disabled: place + step < 0 || place + step >= entry.answer.length,
      onclick: () => move(place, step),
    }, sign);
  const row = (index, place) => h("li", null,
    h("span", { class: "qg-order-number", "aria-hidden": "true" }, `${place + 1}.`),
    h("span", { class: "qg-option-text" }, rich(item.options[index].text)), marks[place],
    h("span", { class: "qg-moves" }, button(place, -1, "↑", labels.move_up),
      button(place, 1, "↓", labels.move_down)));
  const draw = () => list.replaceChildren(...entry.answer.map(row));
  draw();
  return { node: h("div", null, list, news), marks };
}

/* ---------------------------------------------------------------- feedback */

const citation = ({ labels, sentences }, id) => {
  const place = sentences[id];
  if (!place) return labels.evidence;
  return `${labels.evidence} (${labels.sentence} ${place.number}, ` +
    `${labels.paragraph.toLowerCase()} ${place.paragraph})`;
};

/** Return the whole sentence of a piece of evidence, its exact words marked. */
function quotation(sheet, { sentence, quote }) {
  const whole = sheet.sentences[sentence]?.text ?? quote;
  const start = whole.indexOf(quote);
  const words = start < 0 ? [whole] : [
    whole.slice(0, start), h("mark", null, quote), whole.slice(start + quote.length)];
  return h("figure", { class: "qg-evidence" },
    h("figcaption", null, citation(sheet, sentence)),
    h("blockquote", { lang: "id" }, words.filter((word) => word !== "")));
}

const evidenceList = (sheet, item) => {
  const seen = new Set();
  const first = (one) => !seen.has(one.sentence) && seen.add(one.sentence);
  return item.evidence.filter(first).map((one) => quotation(sheet, one));
};

/** Return why the parts in question are as they are: one paragraph for each reason. */
function reasons({ labels }, item, answer, result) {
  const line = (name, thing) => {
    const why = thing.why || (!thing.correct && !thing.evidence ? labels.unsaid : "");
    return why ? h("p", { lang: "id" }, h("b", null, `${name} `), rich(why)) : null;
  };
  if (item.response === "choice") return [line(`${letter(answer)}.`, item.options[answer])];
  if (item.response === "multi-choice") {
    const wrong = answer.filter((index) => !item.options[index].correct);
    const missing = !wrong.length && !result.right ? [h("p", null, labels.incomplete)] : [];
    const told = result.right ? answer : wrong;
    return [...told.map((index) => line(`${letter(index)}.`, item.options[index])), ...missing];
  }
  if (item.response === "categorise") {
    return item.statements.map((one, row) =>
      (result.right || (!result.parts[row] && answer[row] !== null))
        ? line(small(row), { ...one, correct: true }) : null);
  }
  return [];
}

/** Return the key in words, one list element for each part. */
function keyLines(item) {
  const options = (item.options ?? []).map((one, index) => [one, `${letter(index)}. ${one.text}`]);
  switch (item.response) {
    case "choice":
    case "multi-choice":
      return options.filter(([one]) => one.correct).map(([, text]) => text);
    case "categorise":
      return item.statements.map((one, row) => `${small(row)} ${one.text} – ${one.category}`);
    case "gap":
      return item.answers.map((accepted, index) => `(${index + 1}) ${accepted[0]}`);
    case "short-answer":
      return item.answers.map((accepted) => accepted[0]);
    case "matching":
      return item.pairs.map(([left, right]) => `${left} – ${right}`);
    case "ordering":
      return item.options.map((one, index) => `${index + 1}. ${one.text}`);
    default:
      return item.model_answer ? [item.model_answer] : [];
  }
}

function hint({ labels, sentences }, item) {
  const places = item.evidence.map((one) => sentences[one.sentence]?.paragraph).filter(Boolean);
  const paragraphs = [...new Set(places)].sort((a, b) => a - b).join(", ");
  return paragraphs ? h("p", null, fill(labels.hint, { paragraph: paragraphs })) : null;
}

const explanation = ({ labels }, item) =>
  item.explanation
    ? h("p", { lang: "id" }, h("b", null, `${labels.explanation}: `), rich(item.explanation))
    : null;

function keyBox(sheet, item, title) {
  const lines = keyLines(item).map((text) => h("li", { lang: "id" }, rich(text)));
  return h("div", { class: "qg-key" }, h("p", null, h("b", null, `${title}:`)),
    h("ul", null, lines), explanation(sheet, item));
}

function rubricBox(sheet, item, entry, saveTick) {
  const { labels } = sheet;
  const news = h("p", { class: "qg-self", "aria-live": "polite" });
  const total = item.rubric.reduce((sum, row) => sum + row.points, 0);
  const show = () => {
    const points = item.rubric.reduce((sum, row, i) => sum + (entry.ticks[i] ? row.points : 0), 0);
    news.textContent = fill(labels.self_score, { points, total });
  };
  const row = (one, index) => {
    const input = h("input", {
      type: "checkbox", checked: entry.ticks[index],
      onchange: (event) => { entry.ticks[index] = event.target.checked; show(); saveTick(); },
    });
    const text = h("span", { lang: "id" }, rich(one.criterion), ` (${one.points} ${labels.points})`);
    return h("li", null, h("label", { class: "qg-option" }, input, text));
  };
  show();
  return h("fieldset", { class: "qg-rubric" }, h("legend", null, labels.rubric),
    h("p", null, labels.self_check), h("ul", { class: "qg-options" }, item.rubric.map(row)), news);
}

function mark(place, right, labels) {
  place.className = `qg-mark ${right ? "qg-mark-right" : "qg-mark-wrong"}`;
  place.replaceChildren(h("span", { "aria-hidden": "true" }, right ? "✓" : "✗"),
    hiddenText(right ? labels.right : labels.wrong));
}

/** Show right and wrong at the parts; on options only where the learner decided something. */
function markParts(item, entry, result, marks, labels) {
  const onOptions = "options" in item && ["choice", "multi-choice"].includes(item.response);
  marks.forEach((place, index) => {
    const chosen = [entry.answer].flat().includes(index);
    if (onOptions && chosen) mark(place, item.options[index].correct, labels);
    if (!onOptions && result.parts.length > 1) mark(place, result.parts[index], labels);
  });
}

/* ---------------------------------------------------------------- one item, one sheet */

/** One item on the page: its control, its buttons and what it says back. */
class ItemView {
  constructor(sheet, item, entry) {
    Object.assign(this, { sheet, item, entry });
    this.feedback = h("div", { class: "qg-feedback", role: "status", tabindex: "-1" });
    this.more = h("div", { class: "qg-more" });
    this.extra = h("span", { class: "qg-row" });
    this.control = CONTROLS[item.response]({
      item, entry, labels: sheet.labels, uid: `${sheet.uid}-${item.number}`,
      changed: () => this.changed(), submit: (event) => this.submit(event),
    });
    this.checkButton = button(sheet.labels.check, () => this.check(), "qg-primary");
    this.node = this.build();
    if (entry.revealed) this.showKey();
    else if (entry.checked) this.show(grade(item, entry.answer));
  }

  build() {
    const { item, sheet } = this;
    const prompt = item.response === "gap" ? [] : h("span", { lang: "id" }, rich(item.prompt));
    return h("fieldset", { class: "qg-item", "data-item": item.id },
      h("legend", { class: "qg-legend" }, hiddenText(`${sheet.labels.question} `),
        h("span", { class: "qg-number" }, `${item.number}.`), prompt),
      item.note ? h("p", { class: "qg-note" }, rich(item.note)) : null,
      h("div", { class: "qg-control", lang: "id" }, this.control.node),
      h("div", { class: "qg-row" }, this.checkButton, this.extra), this.feedback, this.more);
  }

  clear() {
    for (const box of [this.feedback, this.more, this.extra]) box.replaceChildren();
    this.feedback.classList.remove("qg-is-right", "qg-is-wrong");
    for (const place of this.control.marks) {
      place.className = "qg-mark";
      place.replaceChildren();
    }
  }

  /** A changed answer has not been judged yet. */
  changed() {
    this.entry.checked = this.entry.right = false;
    this.clear();
    this.sheet.save();
  }

  submit(event) {
    if (event.key !== "Enter") return;
    event.preventDefault();
    this.check();
  }

  check() {
    const { entry, item, sheet } = this;
    if (entry.revealed) return;
    const result = grade(item, entry.answer);
    if (!result.complete) {
      this.clear();
      this.feedback.append(h("p", null, sheet.labels.not_answered));
      return;
    }
    if (!entry.checked) entry.tries += 1;
    entry.checked = true;
    entry.right = result.right;
    this.show(result);
    sheet.save();
  }

  show(result) {
    this.clear();
    if (!isScored(this.item)) return this.showRubric();
    markParts(this.item, this.entry, result, this.control.marks, this.sheet.labels);
    return result.right ? this.showRight(result) : this.showWrong(result);
  }

  verdict(right) {
    const { labels } = this.sheet;
    this.feedback.classList.add(right ? "qg-is-right" : "qg-is-wrong");
    const sign = h("span", { "aria-hidden": "true" }, right ? "✓ " : "✗ ");
    return h("p", { class: "qg-verdict" }, sign, right ? labels.right : labels.wrong);
  }

  showRight(result) {
    const { sheet, item } = this;
    const told = reasons(sheet, item, this.entry.answer, result).filter(Boolean);
    const note = item.response === "choice" && told.length ? null : explanation(sheet, item);
    this.feedback.append(this.verdict(true), ...told, ...[note].filter(Boolean));
    this.showEvidence(false);
  }

  showWrong(result) {
    const { sheet, item } = this;
    const { labels } = sheet;
    const count = { right: result.parts.filter(Boolean).length, total: result.parts.length };
    const several = count.total > 1 && item.response !== "multi-choice";
    const told = [
      several ? h("p", null, fill(labels.answered_right, count)) : null,
      ...reasons(sheet, item, this.entry.answer, result), hint(sheet, item),
    ];
    this.feedback.append(this.verdict(false), ...told.filter(Boolean));
    if (item.evidence.length) {
      this.extra.append(button(labels.show_sentence, () => this.showEvidence(true)));
    }
    this.extra.append(button(labels.show_answer, () => this.reveal()));
  }

  showRubric() {
    const { sheet, item, entry } = this;
    const model = item.model_answer ? [keyBox(sheet, item, sheet.labels.model_answer)] : [];
    this.more.append(rubricBox(sheet, item, entry, () => sheet.save()), ...model,
      ...evidenceList(sheet, item));
  }

  showEvidence(scroll) {
    this.more.replaceChildren(...evidenceList(this.sheet, this.item));
    this.sheet.light(this.item.evidence.map((one) => one.sentence), scroll);
  }

  /** Give the key away: the item is closed and does not count. */
  reveal() {
    Object.assign(this.entry, { revealed: true, checked: true, right: false });
    this.showKey();
    this.sheet.save();
    this.feedback.focus();
  }

  showKey() {
    this.clear();
    this.feedback.append(keyBox(this.sheet, this.item, this.sheet.labels.answer));
    this.showEvidence(false);
    this.node.classList.add("qg-locked");
    for (const field of this.node.querySelectorAll(".qg-control :is(input, select, button)")) {
      field.disabled = true;
    }
    this.checkButton.hidden = true;
  }
}

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
    load({});
    sheet.save();
  });
  draw();
  return { load, state: () => structuredClone(state) };
}

/* ---------------------------------------------------------------- hosts */

/** Stop the keys of the player from being taken for commands of the notebook around it. */
function keepKeys(el) {
  el.dataset.lmSuppressShortcuts = "true";
  for (const kind of ["keydown", "keyup", "keypress"]) {
    el.addEventListener(kind, (event) => event.stopPropagation());
  }
}

/** Show the section of an anywidget model; its `state` follows every answer, both ways. */
function render({ model, el }) {
  const root = el.appendChild(h("div", { class: "qg qg-in-notebook" }));
  keepKeys(root);
  let own = null;
  const onChange = (state) => {
    own = JSON.stringify(state);
    model.set("state", state);
    model.save_changes();
  };
  const player = mount(root, model.get("payload"), { saved: model.get("state"), onChange });
  const follow = () => {
    if (JSON.stringify(model.get("state")) !== own) player.load(model.get("state"));
  };
  model.on("change:state", follow);
  return () => model.off("change:state", follow);
}

/** Bring the HTML worksheet to life; answers outlive a reload, not the closing of the page. */
export function start(page) {
  const root = page.querySelector("[data-quizgen]");
  const key = `quizgen:${root.dataset.sheet}`;
  const store = {
    read: () => { try { return JSON.parse(sessionStorage.getItem(key)); } catch { return null; } },
    write: (state) => { try { sessionStorage.setItem(key, JSON.stringify(state)); } catch { /* full or forbidden */ } },
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
