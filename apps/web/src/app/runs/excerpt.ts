/** What surrounds a place in a text that may be too long to show. */
export interface Excerpt {
  before: string;
  at: string;
  after: string;
}

/** About `width` characters of the text around the place, with … where something is left out. */
export function excerptAround(text: string, position: number, length: number, width = 76): Excerpt {
  const end = Math.min(position + Math.max(0, length), text.length);
  const around = Math.max(8, width - (end - position));
  const from = Math.max(0, Math.min(position - Math.ceil(around / 2), text.length - around - (end - position)));
  const to = Math.min(text.length, Math.max(end + 8, from + around + (end - position)));
  const at = text.slice(position, end);
  return {
    before: `${from > 0 ? '…' : ''}${text.slice(from, position)}`,
    at: at.length > width ? `${at.slice(0, width - 1)}…` : at,
    after: `${text.slice(end, to)}${to < text.length ? '…' : ''}`,
  };
}
