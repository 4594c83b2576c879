import { datasetDescriptions, getPreset, type Preset, presets, SweepRequest } from '@duality/shared';

/** What the form begins with for a preset; nothing varies yet. */
export function startingSweep(presetName: unknown): SweepRequest {
  const preset = presets.find(({ name }) => name === presetName) ?? getPreset('wgan-gp-ring');
  return SweepRequest.parse({
    name: `Sweep of ${preset.name}`,
    preset: preset.name,
    space: {},
    objective: usualObjective(preset),
  });
}

/** A number that runs of the preset log and that says something. */
export function usualObjective({ config }: Preset): SweepRequest['objective'] {
  const hasModes = datasetDescriptions[config.dataset].modes !== undefined;
  return {
    metric: hasModes ? 'eval.highQuality' : 'eval.criticEstimate',
    summary: 'last',
    count: 10,
    direction: hasModes ? 'maximise' : 'minimise',
  };
}

/** A sweep as the address holds it; undefined where it cannot be read. */
export function readAddress(text: string): SweepRequest | undefined {
  try {
    const result = SweepRequest.safeParse(JSON.parse(text));
    return result.success ? result.data : undefined;
  } catch {
    return undefined;
  }
}

/** Longer ones would make addresses that nobody can send. */
const mostCharacters = 1800;

/** What the address says of a sweep: all of it, or where that is too long its preset. */
export function addressOf(input: Record<string, unknown>) {
  const text = JSON.stringify(input);
  const isKept = text.length <= mostCharacters && SweepRequest.safeParse(input).success;
  return { preset: isKept ? undefined : String(input.preset), sweep: isKept ? text : undefined, from: undefined };
}
