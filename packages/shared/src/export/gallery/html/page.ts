import { mistakesOf } from '../../../domain/printed.ts';
import type { Run } from '../../../domain/run.ts';
import { captionStep } from '../caption.ts';
import { escapeHtml } from './markup.ts';
import { script } from './script.ts';
import { style } from './style.ts';

/** One run as the page shows it before anyone moves. */
export interface Figure {
  run: Run;
  caption: { name: string; parameters: string[] };
  isPlot: boolean;
  /** What the picture shows, for its alternative text. */
  what: string;
  /** In pixels of the samples; shown `scale` times as large. */
  width: number;
  height: number;
  scale: number;
  newest: { step: number; url: string };
}

interface Page {
  title: string;
  shared: string[];
  figures: Figure[];
  steps: readonly number[];
}

/** Everything before the pictures. Nothing may be fetched from anywhere: the policy in it says so to the browser. */
export const pageStart = ({ title, shared, figures, steps }: Page): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>${escapeHtml(title)} · Duality</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${shared.length > 0 ? `<p class="parameters">${escapeHtml(shared.join(' '))}</p>` : ''}
${figures.length > 1 ? choiceOf(figures) : ''}
<div class="controls">
<div class="row"><label for="step">Step</label><span class="told" id="told"></span></div>
<input type="range" id="step" min="0" max="${steps.length - 1}" value="${steps.length - 1}">
<div class="row">
<button type="button" id="before">Previous</button>
<button type="button" id="play">Play</button>
<button type="button" id="after">Next</button>
<span class="choice"><label for="size">Size</label>
<select id="size"><option value="0">fitting</option>${[1, 2, 3, 4, 6, 8].map((scale) => `<option value="${scale}">×${scale}</option>`).join('')}</select></span>
</div>
</div>
<noscript><p>This page shows the newest samples only: its other steps need scripts, which are switched off here.</p></noscript>
<div class="runs">
${figures.map(figureMarkup).join('\n')}
</div>
<footer>${hasFixedNoise(figures) ? 'Every run’s samples come from its own fixed noise, so a tile can be followed from step to step. ' : ''}Made with Duality.</footer>
</main>
`;

export const pageEnd = `<script>${script}</script>
</body>
</html>
`;

/** What was trained as a seed document prints it may have drawn each grid from fresh noise. */
const hasFixedNoise = (figures: readonly Figure[]) =>
  figures.every(({ run }) => !mistakesOf(run.config).has('fresh-grids'));

const choiceOf = (figures: readonly Figure[]) =>
  `<fieldset><legend>Runs</legend>${figures
    .map(({ caption }, i) => `<label><input type="checkbox" value="${i}" checked> ${escapeHtml(caption.name)}</label>`)
    .join('')}</fieldset>`;

const figureMarkup = ({ run, caption, isPlot, what, width, height, scale, newest }: Figure) => `<figure>
<figcaption><h2>${escapeHtml(caption.name)}</h2><p class="parameters">${escapeHtml(caption.parameters.join(' '))}</p></figcaption>
<img class="${isPlot ? 'plot' : 'tiles'}" src="${newest.url}" width="${width}" height="${height}" style="width: ${width * scale}px" data-scale="${scale}" alt="${escapeHtml(`${what} at step ${newest.step}`)}">
<p class="at">${captionStep(newest.step, run)}</p>
<details><summary>All parameters</summary><dl>${Object.entries(run.config)
  .map(([key, value]) => `<dt>${key}</dt><dd>${escapeHtml(String(value))}</dd>`)
  .join('')}</dl></details>
</figure>`;
