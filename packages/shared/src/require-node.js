/** Refuses to go on with a Node that cannot run TypeScript or better-sqlite3 (which would crash without a word). */
const needed = 24;
if (Number(process.versions.node.split('.')[0]) < needed) {
  console.error(
    `Duality needs Node ${needed} or newer and this is ${process.versions.node}. ` +
      'Run "npm run setup" once: it installs the pinned Node, and every npm script then uses it.',
  );
  process.exit(1);
}
