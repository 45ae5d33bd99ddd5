function buatKuis() {
  const form = FormApp.create(QUIZ.title);
  form.setIsQuiz(true);
  form.setTitle(QUIZ.title).setDescription(QUIZ.description).setProgressBar(true);
  QUIZ.parts.forEach(function (part) {
    ADD[part.kind](form, part);
  });
  QUIZ.notices.forEach(function (notice) {
    Logger.log(notice);
  });
  Logger.log(form.getEditUrl());
}

const ADD = {
  header: function (form, part) {
    describe(form.addSectionHeaderItem(), part);
  },
  page: function (form, part) {
    describe(form.addPageBreakItem(), part);
  },
  choice: function (form, part) {
    choose(form.addMultipleChoiceItem(), part);
  },
  checkbox: function (form, part) {
    choose(form.addCheckboxItem(), part);
  },
  list: function (form, part) {
    choose(form.addListItem(), part);
  },
  text: function (form, part) {
    write(form.addTextItem(), part);
  },
  paragraph: function (form, part) {
    write(form.addParagraphTextItem(), part);
  },
};

function describe(item, part) {
  item.setTitle(part.title);
  if (part.help) {
    item.setHelpText(part.help);
  }
}

function choose(item, part) {
  describe(item, part);
  item.setChoices(
    part.choices.map(function (choice) {
      return item.createChoice(choice[0], choice[1]);
    })
  );
  item.setPoints(part.points);
  item.setFeedbackForCorrect(told(QUIZ.right + "\n" + part.told));
  item.setFeedbackForIncorrect(told(QUIZ.wrong + "\n" + part.told));
}

function write(item, part) {
  describe(item, part);
  item.setPoints(part.points);
  item.setGeneralFeedback(told(part.told));
}

function told(text) {
  return FormApp.createFeedback().setText(text).build();
}
