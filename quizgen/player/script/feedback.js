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
