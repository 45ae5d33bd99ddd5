// Imports an H5P package as a platform does, and prints what the platform then has of it.
//
// The libraries are empty ones of the right names, whose semantics say only which texts are rich
// and with which tags; those of the core team are not on npm.

"use strict";

const fs = require("fs");
const os = require("os");
const path = require("path");
const server = require("@lumieducation/h5p-server");
const Enforcer = require(
  path.join(path.dirname(require.resolve("@lumieducation/h5p-server")), "SemanticsEnforcer.js")
).default;

const RICH = ["strong", "em", "sub", "sup", "h2", "h3", "pre", "code"];
const TASK = ["strong", "em", "u", "a", "ul", "ol", "h2", "h3", "hr", "pre", "code"];
const TIP = ["strong", "em", "sub", "sup", "code"];
const text = (name, tags) => ({ name, type: "text", ...(tags ? { tags } : {}) });
const group = (name, fields) => ({ name, type: "group", fields });
const list = (name, field) => ({ name, type: "list", field });
const feedback = group("range", [{ name: "from", type: "number" }, { name: "to", type: "number" },
  text("feedback")]);
const overall = list("overallFeedback", feedback);

const LIBRARIES = {
  "H5P.QuestionSet-1.20": [
    list("questions", {
      name: "question",
      type: "library",
      options: ["H5P.MultiChoice 1.16", "H5P.Blanks 1.14", "H5P.DragText 1.10",
        "H5P.TrueFalse 1.8", "H5P.Essay 1.5"],
    }),
  ],
  "H5P.MultiChoice-1.16": [
    text("question", RICH),
    list("answers", group("answer", [text("text", RICH), { name: "correct", type: "boolean" },
      group("tipsAndFeedback", [text("tip", TIP), text("chosenFeedback", TIP)])])),
    overall,
  ],
  "H5P.TrueFalse-1.8": [
    text("question", RICH),
    group("l10n", [text("trueText"), text("falseText")]),
    group("behaviour", [text("feedbackOnCorrect"), text("feedbackOnWrong")]),
  ],
  "H5P.Blanks-1.14": [
    text("text", TASK),
    list("questions", text("question", ["strong", "em", "del", "u", "code"])),
    overall,
  ],
  "H5P.DragText-1.10": [text("taskDescription", TASK), text("textField"), text("distractors"), overall],
};

function install(folder) {
  for (const [name, semantics] of Object.entries(LIBRARIES)) {
    const [machineName, version] = name.split("-");
    const [majorVersion, minorVersion] = version.split(".").map(Number);
    const library = { title: machineName, machineName, majorVersion, minorVersion,
      patchVersion: 0, runnable: 1, preloadedJs: [{ path: "empty.js" }] };
    const home = path.join(folder, name);
    fs.mkdirSync(home, { recursive: true });
    fs.writeFileSync(path.join(home, "library.json"), JSON.stringify(library));
    fs.writeFileSync(path.join(home, "semantics.json"), JSON.stringify(semantics));
    fs.writeFileSync(path.join(home, "empty.js"), "");
  }
}

async function main() {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), "h5p-"));
  try {
    const place = (name) => path.join(root, name);
    install(place("libraries"));
    for (const name of ["temporary", "content"]) {
      fs.mkdirSync(place(name));
    }
    const editor = server.fs(
      new server.H5PConfig(), place("libraries"), place("temporary"), place("content")
    );
    const user = { id: "1", name: "Guru", email: "guru@example.org", type: "local" };
    const { metadata, parameters } = await editor.uploadPackage(fs.readFileSync(0), user);
    const main = "H5P.QuestionSet 1.20";
    const uploaded = JSON.stringify(parameters);
    await new Enforcer(editor.libraryManager).enforceSemanticStructure(
      parameters, server.LibraryName.fromUberName(main, { useWhitespace: true })
    );
    const { id } = await editor.saveOrUpdateContentReturnMetaData(
      undefined, parameters, metadata, main, user
    );
    const player = new server.H5PPlayer(
      editor.libraryStorage, editor.contentStorage, editor.config
    );
    player.setRenderer((model) => model);
    const model = await player.render(id, user, "en");
    console.log(JSON.stringify({
      title: metadata.title,
      uploaded: JSON.parse(uploaded),
      stored: parameters,
      scripts: model.scripts.filter((each) => each.includes("/libraries/")),
    }));
  } finally {
    fs.rmSync(root, { recursive: true });
  }
}

main().catch((error) => {
  console.error(error, JSON.stringify(error.replacements), JSON.stringify(error.errors));
  process.exitCode = 1;
});
