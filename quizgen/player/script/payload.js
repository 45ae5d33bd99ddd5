/**
 * The interactive player of quizgen: one module without dependencies, used by the HTML worksheet
 * (`start`) and by the notebook (the default export is an anywidget front end).
 *
 * A payload is `{labels, sentences, sections: [{instructions, items}]}`: items are the records
 * that `quizgen items --format jsonl` prints, with their printed `number`, a `note` and the way
 * to `compare` answers; every visible word comes from `labels`, so the module holds no language
 * of its own. State is plain JSON:
 * `{items: {id: {answer, first, checked, right, tries, revealed, ticks}}, score: {right, total}}`;
 * `first` is the answer at the first check, which starting over does not forget.
 */

const KEY = "quizgen";

/** Return the payload that `encode` (sealing.py) hid; it is hidden from a glance, not secured. */
export function decode(text) {
  const key = new TextEncoder().encode(KEY);
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes.map((byte, i) => byte ^ key[i % key.length])));
}
