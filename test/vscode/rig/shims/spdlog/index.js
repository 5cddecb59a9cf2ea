// Stands in for @vscode/spdlog, which is native: enough of it for VS Code's log files and output channels.
const fs = require("node:fs");
const path = require("node:path");

const LEVELS = ["trace", "debug", "info", "warn", "error", "critical"];

class Logger {
  #file;
  #level = LEVELS.indexOf("info");
  #plain = false;

  constructor(_name, file) {
    this.#file = file;
    fs.mkdirSync(path.dirname(file), { recursive: true });
  }

  write(level, message) {
    if (LEVELS.indexOf(level) < this.#level) return;
    const time = new Date().toISOString().replace("T", " ").replace("Z", "");
    try {
      fs.appendFileSync(this.#file, this.#plain ? message : `${time} [${level}] ${message}\n`);
    } catch {
      // The folder of logs goes away with a test run that ends.
    }
  }

  setLevel(level) {
    this.#level = level;
  }

  getLevel() {
    return this.#level;
  }

  clearFormatters() {
    this.#plain = true;
  }

  setPattern() {}
  flush() {}
  drop() {}
}

for (const level of LEVELS) {
  Logger.prototype[level] = function (message) {
    this.write(level, message);
  };
}

const createLogger = async (name, file) => new Logger(name, file);
const ignore = () => {};

module.exports = {
  Logger,
  createRotatingLogger: createLogger,
  createAsyncRotatingLogger: createLogger,
  setLevel: ignore,
  setFlushOn: ignore,
  shutdown: ignore,
  version: 0,
};
