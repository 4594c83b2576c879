import '@duality/shared/require-node';

const { runCommand } = await import('../src/commands/door.ts');
const { scheduleCommand } = await import('../src/commands/schedule.ts');
await runCommand(scheduleCommand);
