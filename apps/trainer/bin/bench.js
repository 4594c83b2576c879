import '@duality/shared/require-node';

const { runCommand } = await import('../src/commands/door.ts');
const { benchCommand } = await import('../src/commands/bench.ts');
await runCommand(benchCommand);
