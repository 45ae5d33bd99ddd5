/* ---------------------------------------------------------------- one item, one sheet */

/** One item on the page: its control, its buttons and what it says back. */
class ItemView {
  constructor(sheet, item, entry) {
    Object.assign(this, { sheet, item, entry });
    this.feedback = h("div", { class: "qg-feedback", role: "status", tabindex: "-1" });
    this.more = h("div", { class: "qg-more" });
    this.extra = h("span", { class: "qg-row" });
    this.control = CONTROLS[item.response]({
      item, entry, labels: sheet.labels, uid: `${sheet.uid}-${item.number}`,
      changed: () => this.changed(), submit: (event) => this.submit(event),
    });
    this.checkButton = button(sheet.labels.check, () => this.check(), "qg-primary");
    // An item about language shows its sentence: the passage helps it little.
    this.hintButton = item.process !== "language" && hint(sheet, item)
      ? button(sheet.labels.hint_button, () => this.showHint()) : null;
    this.node = this.build();
    if (entry.revealed) this.showKey();
    else if (entry.checked) this.show(grade(item, entry.answer));
  }

  build() {
    const { item, sheet } = this;
    const prompt = item.response === "gap" ? [] : h("span", { lang: "id" }, rich(item.prompt));
    return h("fieldset", { class: "qg-item", "data-item": item.id },
      h("legend", { class: "qg-legend" }, hiddenText(`${sheet.labels.question} `),
        h("span", { class: "qg-number" }, `${item.number}.`), prompt),
      item.note ? h("p", { class: "qg-note" }, rich(item.note)) : null,
      h("div", { class: "qg-control", lang: "id" }, this.control.node),
      h("div", { class: "qg-row" }, this.checkButton, this.hintButton, this.extra),
      this.feedback, this.more);
  }

  clear() {
    for (const box of [this.feedback, this.more, this.extra]) box.replaceChildren();
    this.feedback.classList.remove("qg-is-right", "qg-is-wrong");
    for (const place of this.control.marks) {
      place.className = "qg-mark";
      place.replaceChildren();
    }
  }

  /** A changed answer has not been judged yet. */
  changed() {
    this.entry.checked = this.entry.right = false;
    this.clear();
    this.sheet.save();
  }

  /** Say which paragraph to read, before an answer is given away. */
  showHint() {
    this.clear();
    this.feedback.append(hint(this.sheet, this.item));
  }

  submit(event) {
    if (event.key !== "Enter") return;
    event.preventDefault();
    this.check();
  }

  check() {
    const { entry, item, sheet } = this;
    if (entry.revealed) return;
    const result = grade(item, entry.answer);
    if (!result.complete) {
      this.clear();
      this.feedback.append(h("p", null, sheet.labels.not_answered));
      return;
    }
    if (!entry.checked) entry.tries += 1;
    entry.first ??= structuredClone(entry.answer);
    entry.checked = true;
    entry.right = result.right;
    this.show(result);
    sheet.save();
  }

  show(result) {
    this.clear();
    if (!isScored(this.item)) return this.showRubric();
    markParts(this.item, this.entry, result, this.control.marks, this.sheet.labels);
    return result.right ? this.showRight(result) : this.showWrong(result);
  }

  verdict(right) {
    const { labels } = this.sheet;
    this.feedback.classList.add(right ? "qg-is-right" : "qg-is-wrong");
    const sign = h("span", { "aria-hidden": "true" }, right ? "✓ " : "✗ ");
    return h("p", { class: "qg-verdict" }, sign, right ? labels.right : labels.wrong);
  }

  showRight(result) {
    const { sheet, item } = this;
    const told = reasons(sheet, item, this.entry.answer, result).filter(Boolean);
    const note = item.response === "choice" && told.length ? null : explanation(sheet, item);
    this.feedback.append(this.verdict(true), ...told, ...[note].filter(Boolean));
    this.showEvidence(false);
  }

  showWrong(result) {
    const { sheet, item } = this;
    const { labels } = sheet;
    const count = { right: result.parts.filter(Boolean).length, total: result.parts.length };
    const several = count.total > 1 && item.response !== "multi-choice";
    const told = [
      several ? h("p", null, fill(labels.answered_right, count)) : null,
      ...reasons(sheet, item, this.entry.answer, result), hint(sheet, item),
    ];
    this.feedback.append(this.verdict(false), ...told.filter(Boolean));
    if (item.evidence.length) {
      this.extra.append(button(labels.show_sentence, () => this.showEvidence(true)));
    }
    this.extra.append(button(labels.show_answer, () => this.reveal()));
  }

  showRubric() {
    const { sheet, item, entry } = this;
    const model = item.model_answer ? [keyBox(sheet, item, sheet.labels.model_answer)] : [];
    this.more.append(rubricBox(sheet, item, entry, () => sheet.save()), ...model,
      ...evidenceList(sheet, item));
  }

  showEvidence(scroll) {
    this.more.replaceChildren(...evidenceList(this.sheet, this.item));
    this.sheet.light(this.item.evidence.map((one) => one.sentence), scroll);
  }

  /** Give the key away: the item is closed and does not count. */
  reveal() {
    Object.assign(this.entry, { revealed: true, checked: true, right: false });
    this.showKey();
    this.sheet.save();
    this.feedback.focus();
  }

  showKey() {
    this.clear();
    this.feedback.append(keyBox(this.sheet, this.item, this.sheet.labels.answer));
    this.showEvidence(false);
    this.node.classList.add("qg-locked");
    for (const field of this.node.querySelectorAll(".qg-control :is(input, select, button)")) {
      field.disabled = true;
    }
    this.checkButton.hidden = true;
    if (this.hintButton) this.hintButton.hidden = true;
  }
}
