import { GalleryError } from '../../../domain/gallery.ts';
import type { SampleGrid } from '../../../domain/sample-grid.ts';
import { captionRuns } from '../caption.ts';
import { type GalleryPlan, gridAt, type PlannedRun } from '../plan.ts';
import { encodePicture, type ReadPng, readSamples } from '../sample-reader.ts';
import { chooseScale, roomFor } from '../sample-size.ts';
import { scriptJson } from './markup.ts';
import { type Figure, pageEnd, pageStart } from './page.ts';

/** A browser reads all of them as one text, which it holds up to 512 MB. */
const pictureBytesAtMost = 350e6;

/** One page with every picture in it. */
export async function* encodeHtml(plan: GalleryPlan, read: ReadPng, advance: () => void): AsyncGenerator<Uint8Array> {
  const { runs, steps, options } = plan;
  const captions = captionRuns(runs.map(({ run }) => run));
  const figures: Figure[] = [];
  for (const planned of runs) figures.push(await figureOf(planned, plan, captions.of(planned.run), read));
  const title = runs.length === 1 ? `Samples of run ${figures[0]?.caption.name}` : `Samples of ${runs.length} runs`;
  yield Buffer.from(pageStart({ title, shared: captions.shared, figures, steps }));
  yield Buffer.from(
    `<script type="application/json" id="gallery">{"steps":${scriptJson(steps)},"delayMs":${options.delayMs},"runs":[`,
  );
  let bytes = 0;
  for (const [i, planned] of runs.entries()) {
    const { what, width, run } = figures[i] as Figure;
    const about = scriptJson({ what, width, steps: run.config.steps }).slice(0, -1);
    yield Buffer.from(`${i > 0 ? ',' : ''}${about},"pictures":[`);
    let separator = '\n';
    for (const step of steps) {
      const grid = gridAt(planned, step);
      if (grid) {
        const entry = `${separator}[${step},"${await pictureUrl(planned, grid, read)}"]`;
        bytes += entry.length;
        refuseHeavy(bytes);
        yield Buffer.from(entry);
        separator = ',\n';
      }
      advance();
    }
    yield Buffer.from(']}');
  }
  yield Buffer.from(`]}</script>\n${pageEnd}`);
}

async function figureOf(
  planned: PlannedRun,
  { steps, options, runs }: GalleryPlan,
  caption: Figure['caption'],
  read: ReadPng,
) {
  const { run, grids, isPlot, tiles } = planned;
  const newest = grids.findLast(({ step }) => steps.includes(step)) ?? (grids.at(-1) as SampleGrid);
  const { width, height } = roomFor(planned);
  const scale = chooseScale(options.scale, Math.max(width, height), runs.length === 1 ? 672 : 448);
  const what = isPlot ? `Generated points over real ones of ${run.name}` : `${count(newest, tiles)} of ${run.name}`;
  const url = await pictureUrl(planned, newest, read);
  return { run, caption, isPlot, what, width, height, scale, newest: { step: newest.step, url } };
}

const count = ({ columns, rows }: SampleGrid, tiles: readonly number[] | undefined) =>
  tiles?.length === 1 ? 'One sample' : `${tiles?.length ?? columns * rows} samples`;

async function pictureUrl({ tiles }: PlannedRun, grid: SampleGrid, read: ReadPng): Promise<string> {
  const png = tiles
    ? await encodePicture(await readSamples(read, grid, tiles))
        .png()
        .toBuffer()
    : read(grid);
  return `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
}

function refuseHeavy(bytes: number): void {
  if (bytes <= pictureBytesAtMost) return;
  throw new GalleryError(
    'steps',
    'the page would be larger than the 350 MB that browsers open well; choose fewer steps, runs or tiles',
  );
}
