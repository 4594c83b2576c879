import { ArgumentError, describeError, NotFoundError } from '@duality/shared';

/** Runs a command and turns what it throws into one line and an exit code: 2 for bad arguments, 1 for the rest. */
export async function runCommand(command: (args: string[]) => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command(process.argv.slice(2));
  } catch (error) {
    process.exitCode = error instanceof ArgumentError || error instanceof NotFoundError ? 2 : 1;
    console.error(describe(error));
  }
}

function describe(error: unknown): string {
  if (!process.env.DUALITY_DEBUG) return describeError(error);
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** The folder in which the person typed the command: npm scripts run elsewhere. */
export const callersFolder = () => process.env.INIT_CWD ?? process.cwd();
