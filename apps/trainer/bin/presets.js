import '@duality/shared/require-node';

const { runCommand } = await import('../src/commands/door.ts');
const { presetsCommand } = await import('../src/commands/presets.ts');
await runCommand(presetsCommand);
