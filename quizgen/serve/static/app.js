/* What htmx does not do: selecting words, showing a sentence, tabs, dragging, and care for typed words. */
(() => {
  "use strict";
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  document.documentElement.classList.add("js");

  /* Words typed and not saved must not be lost by leaving the page. */
  let dirty = false;
  document.addEventListener("input", (event) => {
    if (event.target.closest("[data-guard]")) dirty = true;
  });
  document.addEventListener("submit", () => { dirty = false; });
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-cancel]")) dirty = false;
  });
  window.addEventListener("beforeunload", (event) => {
    if (dirty) event.preventDefault();
  });
  document.addEventListener("htmx:confirm", (event) => {
    const asks = event.detail.elt;
    const form = $("#work [data-guard]");
    if (!dirty || !form || form.contains(asks)) return;
    event.preventDefault();
    if (window.confirm(document.body.dataset.unsaved)) { dirty = false; event.detail.issueRequest(true); }
  });

  /* Problems are told in a banner; the page with what was typed stays as it is. */
  const banner = $("#banner");
  const complain = (text) => {
    const link = document.createElement("a");
    link.href = location.pathname;
    link.textContent = document.body.dataset.reload;
    banner.replaceChildren(document.createTextNode(text), link);
  };
  document.addEventListener("htmx:sendError", () => { dirty = true; complain(document.body.dataset.offline); });
  document.addEventListener("htmx:beforeSwap", (event) => {
    const { xhr, target } = event.detail;
    if (!target || target.id !== "work") return;
    const page = new DOMParser().parseFromString(xhr.responseText, "text/html");
    if ($("#work", page)) { banner.replaceChildren(); return; }
    event.detail.shouldSwap = false;
    const message = $("#message", page);
    complain(message ? message.textContent : xhr.responseText || document.body.dataset.offline);
  });

  /* After a change the focus stays where the work is. */
  let place = null;
  document.addEventListener("htmx:beforeRequest", (event) => {
    const card = event.detail.elt.closest("[data-key]");
    place = card && { id: card.id, at: $$("[data-key]").indexOf(card) };
  });
  document.addEventListener("htmx:afterSettle", () => {
    prepare();
    const told = $("[data-told]");
    if (told) $("#told").textContent = told.textContent;
    const wanted = $$("#work [data-focus]").pop();
    const active = document.activeElement;
    const lost = !active || active === document.body || active.disabled;
    const target = wanted || (lost && place && (document.getElementById(place.id) || $$("[data-key]")[place.at] || $$("[data-key]").pop()));
    if (target) {
      target.focus({ preventScroll: true });
      const tall = target.offsetHeight > innerHeight * 0.8;
      target.scrollIntoView({ block: tall ? "start" : "nearest" });
     }
    place = null;
  });

  /* Text or preview beside the items. */
  const pane = (name) => {
    $$("[data-pane]").forEach((each) => { each.hidden = each.dataset.pane !== name; });
    $$("[data-panel]").forEach((each) => each.setAttribute("aria-pressed", String(each.dataset.panel === name)));
    sessionStorage.setItem("pane", name);
  };

  /* The sentence that proves an item, in the text. */
  let shown = "";
  const show = (id, jump) => {
    $$(".s.shown").forEach((each) => each.classList.remove("shown"));
    const sentence = document.getElementById(id);
    if (!sentence) return;
    shown = id;
    sentence.classList.add("shown");
    if (!jump) return;
    pane("text");
    sentence.scrollIntoView({ block: "center" });
    sentence.focus({ preventScroll: true });
  };
  document.addEventListener("click", (event) => {
    const tab = event.target.closest("[data-panel]");
    if (tab) pane(tab.dataset.panel);
    const link = event.target.closest("[data-sentence]");
    if (link) { event.preventDefault(); show(link.dataset.sentence, true); }
  });

  /* Words selected in the text go into the form of corrections. */
  const offset = (block, node, at) => {
    const range = document.createRange();
    range.setStart(block, 0);
    range.setEnd(node, at);
    const copy = range.cloneContents();
    $$("[data-skip]", copy).forEach((each) => each.remove());
    return copy.textContent.length;
  };
  const blockOf = (node) => (node.nodeType === 1 ? node : node.parentElement)?.closest("[data-block]");
  const text = (block) => {
    const copy = block.cloneNode(true);
    $$("[data-skip]", copy).forEach((each) => each.remove());
    return copy.textContent;
  };
  const choose = () => {
    const form = $("#correct"), selection = getSelection();
    if (!form || !selection.rangeCount || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    const block = blockOf(range.startContainer);
    if (!block || block !== blockOf(range.endContainer)) return;
    const whole = text(block);
    let start = offset(block, range.startContainer, range.startOffset);
    let end = offset(block, range.endContainer, range.endOffset);
    while (start < end && /\s/.test(whole[start])) start += 1;
    while (end > start && /\s/.test(whole[end - 1])) end -= 1;
    if (start < end) fill(block.dataset.block, start, whole.slice(start, end));
  };
  const fill = (block, start, quote, type) => {
    $("#mark-block").value = block;
    $("#mark-start").value = start;
    $("#mark-quote").value = quote;
    if (type) $("#mark-type").value = type;
    $("#correct").classList.add("chosen");
    kind();
  };
  const kind = () => {
    const only = $(".only-word"), type = $("#mark-type");
    if (only) only.hidden = type.value !== "word";
  };
  const unfill = () => { const form = $("#correct"); if (form) form.classList.remove("chosen"); };
  document.addEventListener("click", (event) => { if (event.target.closest("[data-close]")) unfill(); });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") unfill(); });
  let timer = 0;
  document.addEventListener("selectionchange", () => { clearTimeout(timer); timer = setTimeout(choose, 250); });
  document.addEventListener("change", (event) => { if (event.target.id === "mark-type") kind(); });
  document.addEventListener("input", (event) => { if (event.target.id === "mark-quote") $("#mark-start").value = ""; });
  document.addEventListener("click", (event) => {
    const mark = event.target.closest("a.e");
    if (!mark || !$("#correct")) return;
    event.preventDefault();
    event.stopPropagation();
    const copy = mark.cloneNode(true);
    $$("[data-skip]", copy).forEach((each) => each.remove());
    fill(mark.closest("[data-block]").dataset.block, mark.dataset.start, copy.textContent, mark.dataset.type);
    $("#mark-type").focus();
  }, true);

  /* Dragging an item; the buttons do the same. */
  let held = null;
  const over = (event) => event.target.closest?.("li[data-key]");
  document.addEventListener("pointerdown", (event) => {
    const card = event.target.closest(".handle") && over(event);
    if (card) card.draggable = true;
  });
  document.addEventListener("dragstart", (event) => {
    held = over(event)?.draggable ? over(event) : null;
    if (held) { held.classList.add("dragging"); event.dataTransfer.effectAllowed = "move"; event.dataTransfer.setData("text/plain", held.dataset.key); }
  });
  document.addEventListener("dragover", (event) => {
    const card = held && over(event);
    if (!card) return;
    event.preventDefault();
    $$(".over").forEach((each) => each.classList.remove("over"));
    card.classList.add("over");
  });
  document.addEventListener("drop", (event) => {
    const card = held && over(event);
    if (!card || card === held) return;
    event.preventDefault();
    const form = $(".mover", held), cards = $$("li[data-key]");
    const down = cards.indexOf(card) > cards.indexOf(held);
    const next = down ? cards[cards.indexOf(card) + 1] : card;
    $("[name=before]", form).value = next ? next.dataset.key : "-";
    form.requestSubmit();
  });
  document.addEventListener("dragend", () => {
    $$(".over, .dragging").forEach((each) => each.classList.remove("over", "dragging"));
    if (held) held.draggable = false;
    held = null;
  });

  const prepare = () => {
    const tabs = $(".tabs");
    if (tabs) { tabs.hidden = false; pane(sessionStorage.getItem("pane") || "text"); }
    if (shown) show(shown, false);
    kind();
  };
  document.addEventListener("DOMContentLoaded", prepare);
  if (document.readyState !== "loading") prepare();
})();
