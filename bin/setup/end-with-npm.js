const LOOK_EVERY_MS = 500;

/**
 * Started by npm, this process ends when npm is killed, in the same way as on SIGTERM. Signals that npm gets it passes on,
 * since the scripts of package.json replace the shell (`exec`), which would die of them in silence.
 */
export function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, LOOK_EVERY_MS);
  watch.unref();
}
