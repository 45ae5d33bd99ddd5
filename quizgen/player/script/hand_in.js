/* ---------------------------------------------------------------- the file to hand in */

/** Show `{answered, total, file, text, problem}`; `make()` asks for the file to be written. */
function handInBox(el, { labels, data, make }) {
  const told = h("div", { role: "status" });
  if (data.problem) told.append(h("p", { class: "qg-problem" }, data.problem));
  if (data.file) {
    told.append(h("p", null, `${labels.handed_in} `, h("b", null, data.file)), download(labels, data));
  }
  el.replaceChildren(h("p", null, fill(labels.answered_of, data)),
    h("div", { class: "qg-row" }, button(labels.make_hand_in, make, "qg-primary")), told);
}

/** The file itself, for a notebook that runs where the learner sees no folder. */
function download(labels, { file, text }) {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  return h("p", null, h("a", { href: url, download: file }, labels.download));
}
