// Plain JavaScript, so that a Node too old for the project can still run it and say what is wrong.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Patchwork needs Node 22.18 or newer and found ${process.version}. Run it through npm ` +
      "(npm start, npm test, npm run patchwork): on Linux x64, npm ci brings a suitable Node. " +
      "Elsewhere install Node 22.18 or newer.",
  );
  process.exit(2);
}
