import '@duality/shared/require-node';

const { runCommand } = await import('../src/commands/door.ts');
const { verifyCommand } = await import('../src/commands/verify.ts');
await runCommand(verifyCommand);
