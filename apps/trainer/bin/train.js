import '@duality/shared/require-node';

const { runCommand } = await import('../src/commands/door.ts');
const { trainCommand } = await import('../src/commands/train.ts');
await runCommand(trainCommand);
