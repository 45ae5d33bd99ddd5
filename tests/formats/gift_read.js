// Reads GIFT on standard input with gift-pegjs and prints its questions as JSON.
const { parse } = require("gift-pegjs");
const fs = require("node:fs");

const source = fs.readFileSync(0, "utf8");
try {
  process.stdout.write(JSON.stringify(parse(source)));
} catch (error) {
  const where = error.location ? ` (line ${error.location.start.line})` : "";
  process.stderr.write(`${error.message}${where}\n`);
  process.exitCode = 1;
}
