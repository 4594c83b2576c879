import '@duality/shared/require-node';

const { runCommand } = await import('../src/commands/door.ts');
const { workerCommand } = await import('../src/commands/worker.ts');
await runCommand(workerCommand);
