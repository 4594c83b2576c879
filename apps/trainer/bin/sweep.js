import '@duality/shared/require-node';

const { runCommand } = await import('../src/commands/door.ts');
const { sweepCommand } = await import('../src/commands/sweep.ts');
await runCommand(sweepCommand);
