import '@duality/shared/require-node';

const { runCommand } = await import('../src/commands/door.ts');
const { importCommand } = await import('../src/commands/import.ts');
await runCommand(importCommand);
