import type { AddressChange } from '#components/use-address.ts';

const pairWays = ['swipe', 'blink', 'difference'] as const;
export type PairWay = (typeof pairWays)[number];

/** Largest difference, of 255, that has a colour of its own; the same for all steps. */
export const differenceScales = [255, 128, 64, 32] as const;
/** Changes a second; more than three flashes a second can harm people. */
export const blinkRates = [0.5, 1, 2, 3] as const;

/** One of two pictures: of a run, at the slider's step or held at another. */
export interface Side {
  runId: number;
  step?: number;
}

/** A value that a run must have to be shown, as text. */
export interface ChosenValue {
  key: string;
  value: string;
}

/** What of the address the samples add, besides the step. */
export interface SamplesAddress {
  /** One tile, or all of them, followed over steps; without it, whole grids at one step. */
  tile: number | 'all' | undefined;
  pair: readonly [Side, Side] | undefined;
  way: PairWay;
  /** Where the swipe cuts, in per cent of the width. */
  cut: number;
  rate: number;
  scale: number;
  chosen: ChosenValue[];
}

/** `tile=5`, `pair=3@100,5`, `way=blink`, `cut=30`, `rate=2`, `full=64` and any number of `value=KEY:VALUE`. */
export function parseSamples(query: URLSearchParams): SamplesAddress {
  const tile = query.get('tile') ?? '';
  const cut = Number(query.get('cut') ?? 50);
  const [left, right, ...more] = (query.get('pair') ?? '').split(',').map(parseSide);
  return {
    tile: tile === 'all' ? tile : /^\d{1,6}$/.test(tile) ? Number(tile) : undefined,
    pair: left && right && more.length === 0 ? [left, right] : undefined,
    way: pairWays.find((known) => known === query.get('way')) ?? 'swipe',
    cut: cut >= 0 && cut <= 100 ? cut : 50,
    rate: blinkRates.find((known) => String(known) === query.get('rate')) ?? 1,
    scale: differenceScales.find((known) => String(known) === query.get('full')) ?? 255,
    chosen: query.getAll('value').flatMap((text) => {
      const [, key, value] = /^([^:]+):(.*)$/s.exec(text) ?? [];
      return key !== undefined && value !== undefined ? { key, value } : [];
    }),
  };
}

function parseSide(text: string): Side | undefined {
  const [, run, step] = /^(\d{1,15})(?:@(\d{1,12}))?$/.exec(text) ?? [];
  return run ? { runId: Number(run), ...(step !== undefined && { step: Number(step) }) } : undefined;
}

const formatSide = ({ runId, step }: Side) => (step === undefined ? `${runId}` : `${runId}@${step}`);

const unless = <Value>(value: Value, usual: Value) => (value === usual ? undefined : String(value));

/** The changes of the address that make these true. What is not said is the default. */
export const samplesTo = {
  wall: (): AddressChange => ({ tile: undefined, pair: undefined }),
  tile: (tile: number | 'all'): AddressChange => ({ tile: String(tile), pair: undefined }),
  pair: (pair: readonly [Side, Side]): AddressChange => ({ pair: pair.map(formatSide).join(',') }),
  pairTile: (tile: number | undefined): AddressChange => ({ tile: tile === undefined ? undefined : String(tile) }),
  way: (way: PairWay): AddressChange => ({ way: unless(way, 'swipe') }),
  cut: (cut: number): AddressChange => ({ cut: unless(cut, 50) }),
  rate: (rate: number): AddressChange => ({ rate: unless(rate, 1) }),
  scale: (scale: number): AddressChange => ({ full: unless(scale, 255) }),
  chosen: (chosen: readonly ChosenValue[]): AddressChange => ({
    value: chosen.map(({ key, value }) => `${key}:${value}`),
  }),
};
