import '@duality/shared/require-node';

const { runCommand } = await import('../src/commands/door.ts');
const { engineCommand } = await import('../src/commands/engine.ts');
await runCommand(engineCommand);
