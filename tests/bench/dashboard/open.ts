import type { Page, Response } from '@playwright/test';
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
    const answers: Promise<string>[] = [];
    const note = (response: Response) => {
      if (response.url().includes('metric.compare')) answers.push(response.text());
    };
    page.on('response', note);
    await page.goto(`${base}/compare?runs=1-${runs}`, { waitUntil: 'commit' });
    const [first, all] = await Promise.all([
      page.waitForFunction(drawnAt, 1, { polling: 'raf' }),
      page.waitForFunction(drawnAt, runs, { polling: 'raf' }),
    ]);
    page.off('response', note);
    const spikes = new Set((await Promise.all(answers)).flatMap(spikedRuns)).size;
    opened.push({ firstMs: Number(await first.jsonValue()), allMs: Number(await all.jsonValue()), spikes });
  }
  return opened;
}

/** The runs of an answer in whose extremes the spike is. */
function spikedRuns(answer: string): number[] {
  const { curves } = JSON.parse(answer).result.data as {
    curves: { runId: number; series: { highs: (number | null)[] } }[];
  };
  return curves.filter(({ series }) => series.highs.includes(spike)).map(({ runId }) => runId);
}
