// Shows only the entries that have every word looked for, at the level chosen. The page is whole
// without it: the form stays hidden where no script runs.
const form = document.querySelector("[data-find]");
const [field, level, told] = ["input", "select", "[role=status]"].map((one) => form.querySelector(one));
const plain = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
const groups = [...document.querySelectorAll("[data-group]")];
const entries = [...document.querySelectorAll("[data-words]")].map((node) =>
  ({ node, text: plain(node.dataset.words), level: node.dataset.level }));

function show() {
  const wanted = plain(field.value).split(/\s+/).filter(Boolean);
  const fits = (entry) => wanted.every((word) => entry.text.includes(word))
    && (!level.value || entry.level === level.value);
  let count = 0;
  for (const entry of entries) {
    const shown = fits(entry);
    entry.node.hidden = !shown;
    count += shown;
  }
  for (const group of groups) group.hidden = !group.querySelector("[data-words]:not([hidden])");
  told.textContent = wanted.length || level.value ? form.dataset.told.replace("{count}", count) : "";
}

form.hidden = false;
form.addEventListener("input", show);
form.addEventListener("submit", (event) => event.preventDefault());
// A browser that comes back to the page fills the fields again.
addEventListener("pageshow", show);
