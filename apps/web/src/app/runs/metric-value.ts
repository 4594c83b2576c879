import { quoteText } from '@duality/shared';

/** A number of a metric as the filter's language has it; names that are none there stand in quotes. */
export function metricValue(reduction: 'last' | 'min' | 'max' | 'mean' | 'at', name: string, step = 0): string {
  const written = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/.test(name) ? name : quoteText(name);
  return `${reduction}(${written}${reduction === 'at' ? `, ${step}` : ''})`;
}
