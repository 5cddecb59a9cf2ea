// Stands in for @vscode/native-watchdog: a process leaves when the one that started it is gone.
exports.start = (parent) => {
  const look = () => {
    try {
      process.kill(parent, 0);
    } catch {
      process.exit(87);
    }
  };
  setInterval(look, 2000).unref();
};
