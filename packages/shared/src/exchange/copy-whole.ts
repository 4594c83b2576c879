import { copyFileSync, renameSync } from 'node:fs';

/** Whoever looks at `to` sees what was there before, or all of it. */
export function copyWhole(from: string, to: string): void {
  copyFileSync(from, `${to}.part`);
  renameSync(`${to}.part`, to);
}
