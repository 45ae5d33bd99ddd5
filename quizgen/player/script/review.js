/* ---------------------------------------------------------------- words to remember */

const RATINGS = ["forgotten", "hard", "good", "easy"];

/**
 * Show the next card of `{word, intervals, waiting, known, total, again}`; `rate(word, 1 to 4)`
 * tells how well it was remembered. Space and the digits work where the focus is on the card.
 */
function reviewCard(el, { labels, data, rate }, focus) {
  const { word } = data;
  const problem = data.problem ? [h("p", { class: "qg-problem", role: "alert" }, data.problem)] : [];
  const counts = h("p", { class: "qg-note" }, fill(labels.review_counts, data));
  if (!word) {
    const again = data.again ? fill(labels.review_again, data) : labels.review_none;
    const done = h("p", { role: "status", tabindex: "-1" }, again);
    el.replaceChildren(counts, done, ...problem);
    if (focus) done.focus();
    return;
  }
  const back = h("div", { class: "qg-card-back", hidden: true },
    h("p", { lang: "id" }, h("b", null, word.word), ` – ${word.meaning}`));
  const choose = RATINGS.map((name, index) => h("button", {
    type: "button", class: "qg-button qg-rating", onclick: () => rate(word.word, index + 1),
  }, h("b", null, labels[name]), h("span", { class: "qg-interval" }, data.intervals[index])));
  const ratings = h("div", { class: "qg-row", role: "group", "aria-label": labels.how_well, hidden: true },
    choose);
  const show = button(labels.show_meaning, () => turn(), "qg-primary");
  const turn = () => {
    back.hidden = ratings.hidden = false;
    show.hidden = true;
    choose[2].focus();
  };
  const card = h("section", {
    class: "qg-card", tabindex: "-1", "aria-label": labels.review,
    onkeydown: ({ key }) => {
      const number = "1234".indexOf(key);
      if (!ratings.hidden && number >= 0) rate(word.word, number + 1);
    },
  }, h("p", { class: "qg-card-word", lang: "id" }, word.form),
  h("blockquote", { lang: "id" }, inSentence(word)), show,
  h("div", { "aria-live": "polite" }, back), ratings);
  el.replaceChildren(counts, card, ...problem);
  if (focus) show.focus();
}

/** Return the sentence with the word marked. */
function inSentence({ sentence, form }) {
  const start = sentence.indexOf(form);
  return start < 0 ? [sentence] : [
    sentence.slice(0, start), h("mark", null, form), sentence.slice(start + form.length)];
}
