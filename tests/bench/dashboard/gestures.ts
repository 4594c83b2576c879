/// <reference lib="dom" />
import type { Page } from '@playwright/test';
import { drawnAt } from './browser.ts';

export interface Frames {
  /** Frames a second over the whole gesture, and the time that 19 of 20 frames do not exceed. */
  perSecond: number;
  p95Ms: number;
}

/** Zooms in and out of fifty curves by the wheel, and pans through them, while the browser's frames are counted. */
export async function moveCurves(page: Page, base: string): Promise<{ zoom: Frames; pan: Frames }> {
  await page.goto(`${base}/compare?runs=1-50&from=10000&to=40000`);
  await page.waitForFunction(drawnAt, 50);
  await page.waitForTimeout(1500);
  const zoom = await page.evaluate(gesture, 'zoom' as const);
  await page.waitForTimeout(1500);
  const pan = await page.evaluate(gesture, 'pan' as const);
  return { zoom, pan };
}

/** Runs in the page: an event each frame, as a trackpad sends them, for two seconds. */
async function gesture(kind: 'zoom' | 'pan'): Promise<Frames> {
  const chart = document.querySelector('figure [role=group]') as HTMLElement;
  const { left, top, width, height } = chart.getBoundingClientRect();
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const times = [await frame()];
  const started = performance.now();
  for (let at = 0; performance.now() - started < 2000; at++) {
    const back = Math.floor(at / 30) % 2 === 0 ? 1 : -1;
    chart.dispatchEvent(
      new WheelEvent('wheel', {
        bubbles: true,
        cancelable: true,
        clientX: left + width / 2,
        clientY: top + height / 2,
        ctrlKey: kind === 'zoom',
        ...(kind === 'zoom' ? { deltaY: -20 * back } : { deltaX: 8 * back }),
      }),
    );
    times.push(await frame());
  }
  const gaps = times
    .slice(1)
    .map((time, at) => time - (times[at] as number))
    .sort((a, b) => a - b);
  const elapsed = gaps.reduce((sum, gap) => sum + gap, 0);
  return { perSecond: (gaps.length / elapsed) * 1000, p95Ms: gaps[Math.floor(gaps.length * 0.95)] ?? Number.NaN };
}
