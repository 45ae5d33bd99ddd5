// JupyterLite needs a web server: a page opened as a file does not offer it.
if (location.protocol === "file:") {
  for (const node of document.querySelectorAll("[data-lite]")) node.hidden = true;
}
