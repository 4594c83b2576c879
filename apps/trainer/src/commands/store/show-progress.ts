/** How far something is, on one line of a terminal and nowhere else. */
export function showProgress(what: string, stream: NodeJS.WriteStream = process.stderr) {
  let shown = '';
  return {
    update: (done: number, total: number): void => {
      const line = `${what} ${Math.floor((100 * done) / Math.max(1, total))} %`;
      if (!stream.isTTY || line === shown) return;
      shown = line;
      stream.write(`\r\x1b[2K${line}`);
    },
    clear: (): void => void (stream.isTTY && shown && stream.write('\r\x1b[2K')),
  };
}
