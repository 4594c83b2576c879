// Imported first by every door of bin: older Node fails later with messages that help nobody.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 9)) {
  console.error(
    `Duality needs Node 20.9 or newer to set itself up; this is ${process.version}. See https://nodejs.org`,
  );
  process.exit(1);
}
