import type { Page } from '@playwright/test';
import { drawnAt } from './browser.ts';
import { runs, spike } from './seed.ts';

export interface Opened {
  /** From navigation to the first curves on the screen, and to the last. */
  firstMs: number;
  allMs: number;
  /** Runs of which the spike came to the browser. */
  spikes: number;
}

/** Opens the comparison of all runs; each visit is a new navigation, the first also a new browser. */
export async function open(page: Page, base: string, visits: number): Promise<Opened[]> {
  const opened: Opened[] = [];
  for (let visit = 0; visit < visits; visit++) {
    const answered = page.waitForResponse((response) => response.url().includes('metric.compare'));
    await page.goto(`${base}/compare?runs=1-${runs}`, { waitUntil: 'commit' });
    const [first, all] = await Promise.all([
      page.waitForFunction(drawnAt, 1, { polling: 'raf' }),
      page.waitForFunction(drawnAt, runs * 100, { polling: 'raf' }),
    ]);
    const text = await (await answered).text();
    const { curves } = JSON.parse(text).result.data as { curves: { series: { highs: (number | null)[] } }[] };
    const spikes = curves.filter(({ series }) => series.highs.includes(spike)).length;
    opened.push({ firstMs: Number(await first.jsonValue()), allMs: Number(await all.jsonValue()), spikes });
  }
  return opened;
}
