const LABEL = 14;
const LINE_EVERY_MS = 10_000;

export const seconds = (ms) => (ms < 950 ? `${(ms / 1000).toFixed(1)} s` : `${Math.round(ms / 1000)} s`);
export const megabytes = (bytes) => `${Math.round(bytes / 1e6)} MB`;

/** One aligned line: what it is about, then what there is to say. */
export const row = (label, text) => `  ${label.padEnd(LABEL)}${text}`;

/**
 * Says how far set-up is. On a terminal each step keeps one line that changes; elsewhere there are plain lines, few of them.
 * @param {NodeJS.WriteStream} stream
 */
export function createReport(stream = process.stderr, { title: heading = 'Setting up Duality', now = Date.now } = {}) {
  let titled = heading === '';
  const line = (text) => stream.write(`${text}\n`);
  const title = () => {
    if (!titled) line(heading);
    titled = true;
  };
  return {
    note(label, text) {
      title();
      line(row(label, text));
    },
    step(label, text) {
      title();
      const startedAt = now();
      let saidAt = startedAt;
      const live = Boolean(stream.isTTY);
      const width = Math.max(20, (stream.columns ?? 80) - 1);
      const replace = (shown) => stream.write(`\r\x1b[2K${row(label, shown).slice(0, width)}`);
      const end = (shown) => (live ? stream.write(`\r\x1b[2K${row(label, shown)}\n`) : line(row(label, shown)));
      if (live) replace(`${text} …`);
      else line(row(label, `${text} …`));
      return {
        update(shown) {
          if (live) replace(`${shown} …`);
          else if (now() - saidAt >= LINE_EVERY_MS) {
            saidAt = now();
            line(row(label, `${shown} …`));
          }
        },
        done: (shown) => end(`${shown}, ${seconds(now() - startedAt)}`),
        fail: (shown) => end(shown),
      };
    },
  };
}
