// npm run test:slurm: a real Slurm of this machine alone, and on it runs and sweeps under all that happens to clusters.
import './setup/require-node.js';
import { findNode, root } from './setup/paths.js';
import { interruptible, setUp } from './setup/set-up.js';
import { toolScript } from './test/tool.js';
import { runVisibly } from './test/visible.js';

await interruptible(async () => {
  await setUp({ web: true });
  const args = [toolScript('vitest'), 'run', '--project', 'slurm', ...process.argv.slice(2)];
  const env = { DUALITY_SLURM: 'wanted', TF_CPP_MIN_LOG_LEVEL: '2' };
  process.exitCode = await runVisibly(findNode(), args, { cwd: root, env });
});
