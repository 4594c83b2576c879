import '@duality/shared/require-node';

const { runCommand } = await import('../src/commands/door.ts');
const { storeCommand } = await import('../src/commands/store.ts');
await runCommand(storeCommand);
