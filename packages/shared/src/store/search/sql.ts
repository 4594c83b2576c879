/** A piece of SQL with the values that are bound to its question marks. */
export interface Sql {
  text: string;
  values: (string | number)[];
}

/** Puts pieces of SQL into each other; everything else in ${ } is bound, never written into the text. */
export function sql(strings: TemplateStringsArray, ...parts: (Sql | string | number)[]): Sql {
  const whole: Sql = { text: strings[0] ?? '', values: [] };
  for (const [index, part] of parts.entries()) {
    const piece = typeof part === 'object' ? part : { text: '?', values: [part] };
    whole.text += piece.text + (strings[index + 1] ?? '');
    whole.values.push(...piece.values);
  }
  return whole;
}

export function listSql(pieces: readonly Sql[]): Sql {
  return { text: pieces.map(({ text }) => text).join(', '), values: pieces.flatMap(({ values }) => values) };
}

/** Halved again and again, since SQLite refuses expressions more than 1,000 levels deep. */
export function joinSql(pieces: readonly Sql[], operator: 'AND' | 'OR'): Sql {
  const [first = { text: operator === 'AND' ? '1' : '0', values: [] }, ...others] = pieces;
  if (others.length === 0) return first;
  const half = Math.ceil(pieces.length / 2);
  const [left, right] = [joinSql(pieces.slice(0, half), operator), joinSql(pieces.slice(half), operator)];
  return operator === 'AND' ? sql`(${left} AND ${right})` : sql`(${left} OR ${right})`;
}
