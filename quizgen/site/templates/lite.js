// JupyterLite needs a web server: a page opened as a file does not offer it. Without https it has
// no place for files, so answers last as long as the page.
for (const node of document.querySelectorAll("[data-lite]")) {
  node.hidden = location.protocol === "file:";
  node.querySelector("[data-unsafe]").hidden = isSecureContext;
}
