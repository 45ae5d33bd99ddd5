/* ---------------------------------------------------------------- score by skill */

/** Draw `{right, tried, total, rows, problem}` as bars that are also a table. */
function scoreChart(el, { labels, data }) {
  const head = [labels.rows ?? labels.skill, labels.right_count, labels.answered, labels.question]
    .map((text) => h("th", { scope: "col" }, text));
  const row = ({ name, right, tried, total }) => h("tr", null,
    h("th", { scope: "row" }, name, bars(right, tried, total)),
    ...[right, tried, total].map((number) => h("td", null, String(number))));
  const advice = data.advice ? [h("p", { class: "qg-advice", role: "status" }, data.advice)] : [];
  const problem = data.problem ? [h("p", { class: "qg-problem", role: "alert" }, data.problem)] : [];
  el.replaceChildren(
    h("p", { class: "qg-score", role: "status" }, fill(labels.answered_right, data)),
    h("table", { class: "qg-table qg-chart" },
      h("caption", { class: "qg-sr" }, labels.score),
      h("thead", null, h("tr", null, head)), h("tbody", null, data.rows.map(row))),
    ...advice, ...problem);
}

/** Two bars in one: what was answered lies lighter behind what was right. */
function bars(right, tried, total) {
  const part = (name, count) => {
    const bar = h("span", { class: name });
    bar.style.width = `${(100 * count) / Math.max(total, 1)}%`;
    return bar;
  };
  return h("span", { class: "qg-bars", "aria-hidden": "true" },
    part("qg-bar-tried", tried), part("qg-bar-right", right));
}
