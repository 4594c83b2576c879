// npm run test:fuzz: makes ready what is missing, then tries inputs on every target of tests/fuzz.
import './setup/require-node.js';
import { join } from 'node:path';
import { findNode, root } from './setup/paths.js';
import { interruptible, setUp } from './setup/set-up.js';
import { runVisibly } from './test/visible.js';

await interruptible(async () => {
  await setUp({ web: true });
  const script = join(root, 'tests', 'fuzz', 'main.ts');
  process.exitCode = await runVisibly(findNode(), [script, ...process.argv.slice(2)], { cwd: root, env: {} });
});
