/// <reference lib="dom" />
import { type Browser, chromium, type Page } from '@playwright/test';

/** A page of its own in a Chromium without a GPU, as the browser tests have it. */
export async function withPage<T>(body: (page: Page) => Promise<T>): Promise<T> {
  const browser: Browser = await chromium.launch({
    executablePath: process.env.DUALITY_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
  try {
    return await body(await browser.newPage({ viewport: { width: 1440, height: 900 } }));
  } finally {
    await browser.close();
  }
}

/** When a chart of the page has drawn as many curves as that, in ms since navigation. */
export const drawnAt = (curves: number) => {
  const drawn = [...document.querySelectorAll<HTMLElement>('canvas[data-curves]')];
  return drawn.some(({ dataset }) => Number(dataset.curves) >= curves) ? performance.now() : undefined;
};
