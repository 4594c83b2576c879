import type { Chart as ChartJs } from 'chart.js';
import type { Span } from './range.ts';

/**
 * Shows a chart while it is moved: its picture, stretched and shifted, over axes that are true. Fifty curves take several
 * frames to draw; a picture of them takes none, and they are drawn anew when the hand rests.
 */
export function createPreview(host: HTMLElement, className: string) {
  let frame: HTMLElement | undefined;
  let picture: HTMLCanvasElement | undefined;
  let seen: Span = { low: 0, high: 1 };

  const begin = (chart: ChartJs): HTMLCanvasElement => {
    const { left, top, width, height } = chart.chartArea;
    const ratio = chart.currentDevicePixelRatio;
    const taken = document.createElement('canvas');
    taken.width = Math.round(width * ratio);
    taken.height = Math.round(height * ratio);
    const from = [left, top, width, height].map((length) => length * ratio) as [number, number, number, number];
    taken.getContext('2d')?.drawImage(chart.canvas, ...from, 0, 0, taken.width, taken.height);
    frame = document.createElement('div');
    frame.className = className;
    frame.setAttribute('aria-hidden', 'true');
    Object.assign(frame.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
    frame.append(taken);
    host.append(frame);
    const { min = 0, max = 1 } = chart.scales.x ?? {};
    seen = { low: min, high: max };
    chart.data.datasets = [];
    return taken;
  };

  return {
    show: (chart: ChartJs, view: Span): void => {
      picture ??= begin(chart);
      const share = chart.chartArea.width / (view.high - view.low);
      const scale = (seen.high - seen.low) / (view.high - view.low);
      picture.style.transform = `translateX(${(seen.low - view.low) * share}px) scaleX(${scale})`;
      const x = chart.options.scales?.x;
      if (x) Object.assign(x, { min: view.low, max: view.high });
      chart.update('none');
    },
    hide: (): void => {
      frame?.remove();
      frame = undefined;
      picture = undefined;
    },
  };
}
