import { closeSync, openSync } from 'node:fs';

/**
 * Runs `body` with the process's stderr pointed at nothing. TensorFlow prints two lines while its library is loaded,
 * whatever its log level says. Where that cannot be done (not Linux, stderr is a socket) they are simply seen.
 */
export function quietly<T>(body: () => T): T {
  const kept = duplicateStderr();
  if (kept === undefined) return body();
  replaceStderr('/dev/null');
  try {
    return body();
  } finally {
    replaceStderr(`/proc/self/fd/${kept}`);
    closeSync(kept);
  }
}

function duplicateStderr(): number | undefined {
  try {
    return process.platform === 'linux' ? openSync('/proc/self/fd/2', 'a') : undefined;
  } catch {
    return undefined;
  }
}

/** A file takes the lowest free number, which is the one just closed. */
function replaceStderr(path: string): void {
  closeSync(2);
  openSync(path, 'a');
}
