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
