import { expect, test } from 'vitest';
import { useTestStore } from '../../../store/test-store.ts';
import { addRun, make } from '../test-gallery.ts';

const lab = useTestStore();

interface Content {
  steps: number[];
  delayMs: number;
  runs: { what: string; pictures: [number, string][] }[];
}

const contentOf = (page: string): Content =>
  JSON.parse(/<script type="application\/json" id="gallery">(.*?)<\/script>/s.exec(page)?.[1] ?? '');

test('the page holds every stored picture, byte for byte', async () => {
  const runIds = [await addRun(lab.store, { steps: [1, 2, 4] }), await addRun(lab.store, { steps: [2] })];
  const page = (await make(lab.store, { runIds, format: 'html', options: { delayMs: 90 } })).bytes.toString();
  const { steps, delayMs, runs } = contentOf(page);
  expect({ steps, delayMs }).toEqual({ steps: [1, 2, 4], delayMs: 90 });
  expect(runs.map(({ pictures }) => pictures.map(([step]) => step))).toEqual([[1, 2, 4], [2]]);
  for (const [i, { pictures }] of runs.entries()) {
    for (const [step, url] of pictures) {
      const stored = lab.store.sampleGrid.getPng(lab.store.sampleGrid.find(runIds[i] as number, step)?.id ?? 0);
      expect(url).toBe(`data:image/png;base64,${stored.toString('base64')}`);
    }
  }
});

test('names cannot become markup or script, and nothing refers to elsewhere', async () => {
  const name = '</script><img src=x onerror="alert(1)"> & \'λ\'';
  const runIds = [await addRun(lab.store, { name, steps: [1] }), await addRun(lab.store, { name, steps: [1] })];
  const page = (await make(lab.store, { runIds, format: 'html' })).bytes.toString();
  expect(contentOf(page).runs[0]?.what).toContain(name);
  expect(page).not.toContain('<img src=x');
  expect(page.match(/<script/g)).toHaveLength(2);
  expect(page).not.toMatch(/https?:|(?:src|href)="(?!data:)/);
  expect(page).toContain("default-src 'none'");
});
