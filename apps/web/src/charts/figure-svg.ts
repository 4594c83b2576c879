import type { Drawing, Point } from './drawing.ts';
import type { Span } from './range.ts';

export interface Figure {
  title: string;
  caption: string;
  drawing: Drawing;
  legend: { name: string; token: string; dash: readonly number[] }[];
  ticks: { x: Tick[]; y: Tick[] };
  /** What the x-axis is called. */
  axisTitle: string;
}

interface Tick {
  at: number;
  label: string;
}

type Colour = (token: string) => string;

const [width, plotHeight, left, right, top] = [880, 380, 64, 16, 44] as const;
const rowHeight = 18;
const columns = 3;

/** A figure as it can stand in a paper: title, axes, curves, legend and what is drawn. Sizes are in pixels. */
export function figureSvg(figure: Figure, colour: Colour): string {
  const { title, caption, drawing, legend, ticks, axisTitle } = figure;
  const { view, range } = drawing;
  const plot = { left, right: width - right, top, bottom: top + plotHeight };
  const x = (at: number) => plot.left + ((at - view.low) / (view.high - view.low)) * (plot.right - plot.left);
  const y = (at: number) => plot.bottom - ((at - range.low) / (range.high - range.low)) * plotHeight;
  const legendTop = plot.bottom + 56;
  const height = legendTop + Math.ceil(legend.length / columns) * rowHeight + 28;
  const clip = `<clipPath id="plot"><rect x="${plot.left}" y="${plot.top}" width="${plot.right - plot.left}" height="${plotHeight}"/></clipPath>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="12">`,
    `<title>${escapeXml(title)}</title><desc>${escapeXml(caption)}</desc><defs>${clip}</defs>`,
    `<rect width="100%" height="100%" fill="${colour('--surface-card')}"/>`,
    text(plot.left, 24, title, colour('--ink'), 'font-size="15" font-weight="600"'),
    ...ticks.y.map(({ at, label }) => horizontal(y(at), label, plot, colour)),
    ...ticks.x.map(({ at, label }) =>
      text(x(at), plot.bottom + 18, label, colour('--chart-label'), 'text-anchor="middle"'),
    ),
    text((plot.left + plot.right) / 2, plot.bottom + 36, axisTitle, colour('--ink-faint'), 'text-anchor="middle"'),
    `<path d="M${plot.left} ${plot.bottom}H${plot.right}" stroke="${colour('--line-strong')}"/>`,
    '<g clip-path="url(#plot)" fill="none" stroke-linejoin="round">',
    ...drawing.bands.map(
      ({ lows, highs, token, alpha }) =>
        `<path d="${areaPath(lows, highs, x, y)}" fill="${colour(token)}" fill-opacity="${alpha}" stroke="${colour(token)}" stroke-opacity="${alpha * 2}" stroke-width="0.75"/>`,
    ),
    ...[...drawing.lines].reverse().map(({ points, token, alpha, width: stroke, dash }) => {
      const dashes = dash.length > 0 ? ` stroke-dasharray="${dash.join(' ')}"` : '';
      return `<path d="${linePath(points, x, y)}" stroke="${colour(token)}" stroke-opacity="${alpha}" stroke-width="${stroke}"${dashes}/>`;
    }),
    ...drawing.aids.map(
      (aid) =>
        `<path d="M${plot.left} ${y(aid.height)}H${plot.right}" stroke="${colour('--chart-aid')}" stroke-dasharray="3 3"/>`,
    ),
    ...drawing.marks.map(
      (mark) => `<path d="${crossPath(x(mark.x), plot.top)}" stroke="${colour('--chart-mark')}" stroke-width="1.5"/>`,
    ),
    ...drawing.warnings.map(
      (at) => `<path d="M${round(x(at))} ${plot.bottom - 8}l4.5 8h-9Z" fill="${colour('--warning')}"/>`,
    ),
    '</g>',
    ...legend.map((entry, at) => legendEntry(entry, at, legendTop, colour)),
    text(plot.left, height - 12, caption, colour('--ink-faint'), 'font-size="11"'),
    '</svg>',
  ].join('\n');
}

type Place = (at: number) => number;
const round = (value: number) => Math.round(value * 100) / 100;

function linePath(points: readonly Point[], x: Place, y: Place): string {
  let isDown = false;
  return points
    .map((point) => {
      const isHere = Number.isFinite(point.y);
      const step = isHere ? `${isDown ? 'L' : 'M'}${round(x(point.x))} ${round(y(point.y))}` : '';
      isDown = isHere;
      return step;
    })
    .join('');
}

/** From the lows there and along the highs back, each stretch between two gaps by itself. */
function areaPath(lows: readonly Point[], highs: readonly Point[], x: Place, y: Place): string {
  const stretches: Span[] = [];
  for (const [at, { y: low }] of lows.entries()) {
    if (!Number.isFinite(low) || !Number.isFinite(highs[at]?.y)) continue;
    const stretch = stretches.at(-1);
    if (stretch?.high === at - 1) stretch.high = at;
    else stretches.push({ low: at, high: at });
  }
  return stretches
    .map(({ low, high }) => {
      const there = linePath(lows.slice(low, high + 1), x, y);
      const back = linePath(highs.slice(low, high + 1).reverse(), x, y).replace('M', 'L');
      return `${there}${back}Z`;
    })
    .join('');
}

const crossPath = (x: number, top: number) => `M${round(x - 3)} ${top}l6 6M${round(x - 3)} ${top + 6}l6 -6`;

function horizontal(y: number, label: string, plot: { left: number; right: number }, colour: Colour): string {
  const line = `<path d="M${plot.left} ${round(y)}H${plot.right}" stroke="${colour('--chart-grid')}"/>`;
  return line + text(plot.left - 8, round(y) + 4, label, colour('--chart-label'), 'text-anchor="end"');
}

function legendEntry(
  { name, token, dash }: Figure['legend'][number],
  at: number,
  from: number,
  colour: Colour,
): string {
  const x = left + (at % columns) * ((width - left - right) / columns);
  const y = from + Math.floor(at / columns) * rowHeight;
  const dashes = dash.length > 0 ? ` stroke-dasharray="${dash.join(' ')}"` : '';
  const shortened = name.length > 40 ? `${name.slice(0, 39)}…` : name;
  return `<path d="M${x} ${y - 4}h22" stroke="${colour(token)}" stroke-width="2.5"${dashes}/>${text(x + 30, y, shortened, colour('--ink-soft'))}`;
}

const text = (x: number, y: number, words: string, fill: string, more = '') =>
  `<text x="${round(x)}" y="${round(y)}" fill="${fill}" ${more}>${escapeXml(words)}</text>`;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Control characters are no part of XML. */
const escapeXml = (words: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  words.replaceAll(/[\u0000-\u001f\ufffe\uffff]/g, ' ').replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign);
