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
