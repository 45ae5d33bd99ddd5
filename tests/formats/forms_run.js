// Runs an Apps Script from standard input with a FormApp that knows only what Google documents,
// refuses what Forms refuses, and prints the form that was made as JSON.
const fs = require("node:fs");
const vm = require("node:vm");

function demand(condition, message) {
  if (!condition) throw new Error(message);
}

function isText(value, what) {
  demand(typeof value === "string" && value.trim() !== "", `${what} is empty: ${value}`);
}

class Feedback {
  setText(text) {
    isText(text, "feedback");
    this.text = text;
    return this;
  }
  build() {
    return { feedback: this.text };
  }
}

class Item {
  constructor(type, form) {
    this.type = type;
    this.quiz = form.quiz;
    form.items.push(this);
  }
  setTitle(title) {
    isText(title, "title");
    this.title = title;
    return this;
  }
  setHelpText(text) {
    isText(text, "help text");
    this.help = text;
    return this;
  }
}

class Graded extends Item {
  setPoints(points) {
    demand(this.quiz, "points in a form that is no quiz");
    demand(Number.isInteger(points) && points >= 0, `points: ${points}`);
    this.points = points;
    return this;
  }
}

class Chosen extends Graded {
  createChoice(value, isCorrect) {
    isText(value, "choice");
    demand(arguments.length === 2 && typeof isCorrect === "boolean", "no such createChoice");
    return { value, isCorrect };
  }
  setChoices(choices) {
    demand(choices.length > 0, "no choices");
    const values = choices.map((choice) => choice.value);
    demand(new Set(values).size === values.length, `a choice twice: ${values}`);
    this.choices = choices;
    return this;
  }
  setFeedbackForCorrect(feedback) {
    this.right = feedback.feedback;
    return this;
  }
  setFeedbackForIncorrect(feedback) {
    this.wrong = feedback.feedback;
    return this;
  }
}

class Written extends Graded {
  setGeneralFeedback(feedback) {
    this.general = feedback.feedback;
    return this;
  }
}

class Form {
  constructor(title) {
    this.setTitle(title);
    this.items = [];
    this.quiz = false;
  }
  setTitle(title) {
    isText(title, "title");
    this.title = title;
    return this;
  }
  setDescription(text) {
    demand(typeof text === "string", "description");
    this.description = text;
    return this;
  }
  setIsQuiz(on) {
    this.quiz = on;
    return this;
  }
  setProgressBar() {
    return this;
  }
  getEditUrl() {
    return "https://docs.google.com/forms/edit";
  }
  addSectionHeaderItem() {
    return new Item("header", this);
  }
  addPageBreakItem() {
    return new Item("page", this);
  }
  addMultipleChoiceItem() {
    return new Chosen("choice", this);
  }
  addCheckboxItem() {
    return new Chosen("checkbox", this);
  }
  addListItem() {
    return new Chosen("list", this);
  }
  addTextItem() {
    return new Written("text", this);
  }
  addParagraphTextItem() {
    return new Written("paragraph", this);
  }
}

const made = { forms: [], log: [] };
const FormApp = {
  create(title) {
    const form = new Form(title);
    made.forms.push(form);
    return form;
  },
  createFeedback() {
    return new Feedback();
  },
};
const Logger = { log: (line) => made.log.push(line) };
const context = vm.createContext({ FormApp, Logger });
vm.runInContext(fs.readFileSync(0, "utf8"), context);
vm.runInContext("buatKuis()", context);
process.stdout.write(JSON.stringify(made));
