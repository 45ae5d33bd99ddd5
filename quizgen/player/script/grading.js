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
  const begun = (stored?.first ?? null) !== null && KINDS[item.response].valid(item, stored.first);
  const first = begun ? { first: structuredClone(stored.first) } : {};
  return {
    answer, checked, right, revealed, ...first,
    tries: Number.isInteger(stored?.tries) ? stored.tries : 0,
    ticks: ticks ? [...stored.ticks] : blank(rows, false),
  };
}

function scoreOf(items, entries) {
  const scored = items.filter(isScored);
  return { right: scored.filter((item) => entries[item.id].right).length, total: scored.length };
}
