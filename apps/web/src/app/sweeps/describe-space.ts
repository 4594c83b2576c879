import type { Dimension, ParameterChoice, SearchPoint } from '@duality/shared';
import { fieldTitle, valueTitle } from '#components/config-fields.ts';

/** Of a parameter of a search space, of which `preset` is one besides the keys of the config. */
export const parameterTitle = (key: string): string => (key === 'preset' ? 'Preset' : fieldTitle(key));

export const choiceTitle = (key: string, value: ParameterChoice): string =>
  key === 'preset' ? String(value) : valueTitle(key, value);

/** `Learning rate 0.001 · Critic steps 5`. */
export const describePoint = (params: SearchPoint): string =>
  Object.entries(params)
    .map(([key, value]) => `${parameterTitle(key)} ${choiceTitle(key, value)}`)
    .join(' · ');

/** `0.1, 1 or 10`, or `0.0001 to 0.01, log scale`; with the condition under which it holds. */
export function describeDimension(key: string, dimension: Dimension): string {
  const { when } = dimension;
  const condition = when
    ? `; only when ${parameterTitle(when.parameter)} is ${alternatives(when.parameter, when.values)}`
    : '';
  if (dimension.type === 'choice') return `${alternatives(key, dimension.values)}${condition}`;
  const { low, high, step, scale, type } = dimension;
  const notes = [
    ...(step === undefined ? [] : [`in steps of ${step}`]),
    ...(type === 'integer' && step === undefined ? ['whole numbers'] : []),
    ...(scale === 'log' ? ['log scale'] : []),
  ];
  return `${[`${low} to ${high}`, ...notes].join(', ')}${condition}`;
}

function alternatives(key: string, values: readonly ParameterChoice[]): string {
  const titles = values.map((value) => choiceTitle(key, value));
  return titles.length < 2 ? titles.join('') : `${titles.slice(0, -1).join(', ')} or ${titles.at(-1)}`;
}
