import type { XAxis } from '@duality/shared';
import type { Chart as ChartJs } from 'chart.js';
import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react';
import type { Drawing } from './drawing.ts';
import { gesture } from './gesture.ts';
import { hoveredStep } from './hovered-step.ts';
import type { Span } from './range.ts';
import { clampView, pan, zoomAround } from './viewport.ts';

interface GestureOptions {
  host: RefObject<HTMLElement | null>;
  chart: RefObject<ChartJs | undefined>;
  drawing: Drawing;
  axis: XAxis;
  onView: (view: Span | undefined) => void;
  /** A place on the x-axis was clicked, or Enter pressed at the crosshair. */
  onPick: ((x: number) => void) | undefined;
}

/** A wheel has come to rest after this long. */
const restMs = 160;

/** A click is one only when no second one follows so soon. */
const doubleClickMs = 250;

/** Less of a drag than this many pixels is a click. */
const clickPixels = 4;

/** What a pointer that is down does. */
interface Drag {
  kind: 'select' | 'pan';
  startX: number;
  view: Span;
}

/**
 * Dragging selects a part of the x-axis, with shift it pans; a wheel with ctrl zooms, sideways it pans; two fingers do
 * both; a double click, or 0, shows all.
 */
export function useGestures({ host, chart, drawing, axis, onView, onPick }: GestureOptions) {
  const [selection, setSelection] = useState<Record<'left' | 'top' | 'width' | 'height', number>>();
  const fingers = useRef(new Map<number, number>());
  const drag = useRef<Drag>(undefined);
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  const wasClick = useRef(false);
  const pick = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { view, whole } = drawing;
  // What was chosen last, until it is drawn: keys may come faster.
  const chosen = useRef<{ view: Span; since: Drawing }>(undefined);
  const least = axis === 'step' ? 4 : (whole.high - whole.low) / 1e5;

  const shown = () => gesture.get() ?? (chosen.current?.since === drawing ? chosen.current.view : view);
  const move = (next: Span) => gesture.set(clampView(next, whole, least) ?? whole);
  const commit = (next: Span | undefined) => {
    gesture.set(undefined);
    const clamped = next && clampView(next, whole, least);
    chosen.current = { view: clamped ?? whole, since: drawing };
    onView(clamped);
  };
  const xAt = (clientX: number): number => {
    const { left = 0 } = host.current?.getBoundingClientRect() ?? {};
    const area = chart.current?.chartArea ?? { left: 0, width: 1 };
    const { low, high } = shown();
    return low + ((clientX - left - area.left) / area.width) * (high - low);
  };
  const shareOf = (pixels: number) => pixels / (chart.current?.chartArea.width ?? 1);

  const onWheel = useRef<(event: WheelEvent) => void>(undefined);
  onWheel.current = (event) => {
    const isZoom = event.ctrlKey || event.metaKey;
    const sideways = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
    if (!isZoom && Math.abs(sideways) <= Math.abs(event.shiftKey ? 0 : event.deltaY)) return;
    event.preventDefault();
    if (isZoom) move(zoomAround(shown(), xAt(event.clientX), 1.0015 ** event.deltaY));
    else move(pan(shown(), shareOf(sideways)));
    clearTimeout(rest.current);
    rest.current = setTimeout(() => commit(gesture.get()), restMs);
  };
  useEffect(() => {
    const element = host.current;
    const turned = (event: WheelEvent) => onWheel.current?.(event);
    element?.addEventListener('wheel', turned, { passive: false });
    return () => {
      clearTimeout(rest.current);
      element?.removeEventListener('wheel', turned);
    };
  }, [host]);

  const pinch = (id: number, clientX: number) => {
    const [first, second] = [...fingers.current].map(([key, x]) => (key === id ? { x, to: clientX } : { x, to: x }));
    if (!first || !second) return;
    const factor = Math.abs(first.x - second.x) / Math.max(8, Math.abs(first.to - second.to));
    const centre = xAt((first.x + second.x) / 2);
    move(pan(zoomAround(shown(), centre, factor), shareOf((first.x + second.x - first.to - second.to) / 2)));
  };

  const end = (event: PointerEvent<HTMLElement>) => {
    fingers.current.delete(event.pointerId);
    const { current } = drag;
    wasClick.current = false;
    drag.current = undefined;
    setSelection(undefined);
    if (gesture.get()) commit(gesture.get());
    else if (current?.kind === 'select' && Math.abs(event.clientX - current.startX) > clickPixels) {
      const [a, b] = [xAt(current.startX), xAt(event.clientX)];
      commit({ low: Math.min(a, b), high: Math.max(a, b) });
    } else wasClick.current = current !== undefined;
  };

  return {
    selection,
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      fingers.current.set(event.pointerId, event.clientX);
      event.currentTarget.setPointerCapture(event.pointerId);
      const isPan = event.shiftKey || event.pointerType === 'touch';
      drag.current = { kind: isPan ? 'pan' : 'select', startX: event.clientX, view: shown() };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (fingers.current.size > 1) pinch(event.pointerId, event.clientX);
      else if (drag.current?.kind === 'pan') {
        move(pan(drag.current.view, shareOf(drag.current.startX - event.clientX)));
      } else if (drag.current) setSelection(selectedBox(host.current, chart.current, drag.current, event.clientX));
      if (fingers.current.has(event.pointerId)) fingers.current.set(event.pointerId, event.clientX);
    },
    onPointerUp: end,
    onPointerCancel: end,
    onClick: ({ clientX, detail }: MouseEvent) => {
      if (!wasClick.current || detail > 1) return;
      const x = xAt(clientX);
      pick.current = setTimeout(() => onPick?.(x), doubleClickMs);
    },
    onDoubleClick: () => {
      clearTimeout(pick.current);
      commit(undefined);
    },
    onKeyDown: (event: KeyboardEvent) => {
      const crosshair = hoveredStep.get();
      if (event.key === 'Enter' && event.target === event.currentTarget && crosshair !== undefined) onPick?.(crosshair);
      const act = actionOf(event, shown(), crosshair);
      if (!act) return;
      event.preventDefault();
      if ('crosshair' in act) hoveredStep.set(act.crosshair);
      else commit(act.view);
    },
    onBlur: () => hoveredStep.set(undefined),
  };
}

function selectedBox(host: HTMLElement | null, chart: ChartJs | undefined, { startX }: Drag, clientX: number) {
  if (!host || !chart || Math.abs(clientX - startX) <= clickPixels) return undefined;
  const { left } = host.getBoundingClientRect();
  const { left: first, right: last, top, height } = chart.chartArea;
  const [a, b] = [startX - left, clientX - left].map((x) => Math.min(Math.max(x, first), last)) as [number, number];
  return { left: Math.min(a, b), top, width: Math.abs(b - a), height };
}

type Action = { view: Span | undefined } | { crosshair: number };

/** What a key does to the part that is seen, around the crosshair or else its middle. */
function actionOf({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent, view: Span, crosshair?: number) {
  if (ctrlKey || metaKey || altKey) return undefined;
  const width = view.high - view.low;
  const isSeen = crosshair !== undefined && crosshair >= view.low && crosshair <= view.high;
  const centre = isSeen ? crosshair : view.low + width / 2;
  const direction = key === 'ArrowLeft' ? -1 : 1;
  const actions: Record<string, Action> = {
    '+': { view: zoomAround(view, centre, 0.5) },
    '=': { view: zoomAround(view, centre, 0.5) },
    '-': { view: zoomAround(view, centre, 2) },
    '0': { view: undefined },
    Escape: { view: undefined },
    ArrowLeft: shiftKey ? { view: pan(view, direction * 0.2) } : { crosshair: centre + (direction * width) / 100 },
    ArrowRight: shiftKey ? { view: pan(view, direction * 0.2) } : { crosshair: centre + (direction * width) / 100 },
    Home: { crosshair: view.low },
    End: { crosshair: view.high },
  };
  return actions[key];
}
