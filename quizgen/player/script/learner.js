/* ---------------------------------------------------------------- who is learning */

/** Ask for name and class once; `save({name, class})` keeps them. */
function learnerForm(el, { labels, state, save }) {
  const known = { name: state.name ?? "", class: state.class ?? "" };
  const field = (name) => {
    const input = textInput({ value: known[name], name, onkeydown: submit });
    return [input, h("label", { class: "qg-field" },
      h("span", { class: "qg-field-label" }, labels[name]), input)];
  };
  const news = h("p", { role: "status" });
  const keep = () => {
    const given = { name: name.value.trim(), class: group.value.trim() };
    if (!given.name) {
      news.textContent = labels.name_first;
      name.focus();
      return;
    }
    Object.assign(known, given);
    save(given);
    greet(true);
  };
  function submit(event) {
    if (event.key !== "Enter") return;
    event.preventDefault();
    keep();
  }
  const [name, nameField] = field("name");
  const [group, groupField] = field("class");
  const ask = () => {
    news.textContent = "";
    el.replaceChildren(nameField, groupField,
      h("div", { class: "qg-row" }, button(labels.save, keep, "qg-primary"), news));
  };
  const greet = (focus) => {
    const change = button(labels.change, () => { ask(); name.focus(); });
    const who = [known.name, known.class].filter(Boolean).join(" · ");
    el.replaceChildren(h("div", { class: "qg-row" }, h("p", { role: "status" },
      h("b", null, fill(labels.hello, { name: who }))), change));
    if (focus) change.focus();
  };
  if (known.name) greet(false);
  else ask();
}
