/// <reference lib="dom" />
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Page } from '@playwright/test';

/** From the commit of a step's last run to its pixels in all charts on the screen, in ms, a number for each step. */
export async function watchLive(page: Page, base: string, file: string, seconds: number): Promise<number[]> {
  const script = join(import.meta.dirname, 'live-writer.ts');
  const writer = spawn(process.execPath, [script, file, String(seconds)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const written = new Map<number, number>();
  try {
    for await (const line of createInterface({ input: writer.stdout })) {
      const { ids, step, at } = JSON.parse(line) as { ids?: number[]; step: number; at: number };
      if (ids) await follow(page, `${base}/compare?runs=${ids[0]}-${ids.at(-1)}`);
      else written.set(step, at);
    }
    await page.waitForTimeout(3000);
  } finally {
    writer.kill();
  }
  const seen = new Map(await page.evaluate(() => (globalThis as unknown as { seen: [number, number][] }).seen));
  // The first steps pass while the page opens.
  return [...written]
    .filter(([step]) => step > 5)
    .map(([step, at]) => (seen.get(step) ?? Number.POSITIVE_INFINITY) - at);
}

/** Notes when every chart that is drawn has reached a step. */
async function follow(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'commit' });
  await page.evaluate(() => {
    const seen: [number, number][] = [];
    Object.assign(globalThis, { seen });
    let reached = 0;
    const look = () => {
      const ends = [...document.querySelectorAll<HTMLElement>('canvas[data-view]')].map(({ dataset }) =>
        Math.min(Number(dataset.view?.split('..')[1]), Number(dataset.newest)),
      );
      const least = ends.length > 0 ? Math.min(...ends) : 0;
      while (reached < least) {
        reached++;
        seen.push([reached, Date.now()]);
      }
      requestAnimationFrame(look);
    };
    look();
  });
}
