import '@duality/shared/require-node';

const { runCommand } = await import('../src/commands/door.ts');
const { exportCommand } = await import('../src/commands/export.ts');
await runCommand(exportCommand);
