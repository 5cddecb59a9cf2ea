// The worst way to die: VS Code reports it as a success.
exports.run = async () => process.exit(0);
