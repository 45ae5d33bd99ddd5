/* ---------------------------------------------------------------- putting things in order */

/** A list whose rows move by buttons and by dragging its handle. */
function orderingList({ item, labels, entry, changed }) {
  const marks = item.options.map(() => h("span", { class: "qg-mark" }));
  const list = h("ol", { class: "qg-order" });
  const news = h("span", { class: "qg-sr", "aria-live": "assertive" });
  const order = () => entry.answer;
  const say = (place) => {
    news.textContent = `${labels.order} ${place + 1} ${labels.of} ${order().length}`;
  };

  /** Move a row and return whether there was a way. */
  const move = (place, target) => {
    if (target < 0 || target >= order().length || target === place) return false;
    order().splice(target, 0, ...order().splice(place, 1));
    changed();
    draw();
    say(target);
    return true;
  };
  const press = (place, step) => {
    move(place, place + step);
    const buttons = list.children[place + step].querySelectorAll(".qg-move");
    const side = step < 0 ? 0 : 1;
    (buttons[side].disabled ? buttons[1 - side] : buttons[side]).focus();
  };
  const arrow = (place, step, sign, label) =>
    h("button", {
      type: "button", class: "qg-move", "aria-label": `${label}: ${place + 1}`, title: label,
      disabled: place + step < 0 || place + step >= order().length,
      onclick: () => press(place, step),
    }, sign);
  const grip = (place) => h("span", {
    class: "qg-grip", "aria-hidden": "true", title: labels.drag,
    onpointerdown: (event) => drag(event, place),
  }, "⠿");

  /** Follow the pointer: the row changes places with those it is drawn over. */
  const drag = (event, start) => {
    if (list.querySelector(".qg-move:not(:disabled)") === null) return;
    event.preventDefault();
    let place = start;
    const follow = ({ clientY }) => {
      const middles = [...list.children].map((row) => {
        const { top, height } = row.getBoundingClientRect();
        return top + height / 2;
      });
      const others = middles.filter((_, index) => index !== place);
      const target = others.filter((middle) => middle < clientY).length;
      if (move(place, target)) place = target;
      list.children[place].classList.add("qg-dragged");
    };
    const stop = () => {
      window.removeEventListener("pointermove", follow);
      for (const kind of ["pointerup", "pointercancel"]) window.removeEventListener(kind, stop);
      list.children[place].classList.remove("qg-dragged");
    };
    window.addEventListener("pointermove", follow);
    for (const kind of ["pointerup", "pointercancel"]) window.addEventListener(kind, stop);
  };
  const row = (index, place) => h("li", { "data-index": index }, grip(place),
    h("span", { class: "qg-order-number", "aria-hidden": "true" }, `${place + 1}.`),
    h("span", { class: "qg-option-text" }, rich(item.options[index].text)), marks[place],
    h("span", { class: "qg-moves" }, arrow(place, -1, "↑", labels.move_up),
      arrow(place, 1, "↓", labels.move_down)));
  const draw = () => list.replaceChildren(...order().map(row));
  draw();
  return { node: h("div", null, list, news), marks };
}
