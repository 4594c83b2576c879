/** The tasks in Slurm's notation for a part of an array, as `0-23%4`, `1,3,5-7` or `0-8:2`; empty where it is none. */
export function tasksOf(text: string): number[] {
  const parts = text
    .replace(/^\[|\]$/g, '')
    .replace(/%\d+\]?$/, '')
    .split(',');
  return parts.flatMap((part) => {
    const [, first, last = first, step = '1'] = /^(\d+)(?:-(\d+)(?::(\d+))?)?$/.exec(part) ?? [];
    return first === undefined ? [] : rangeOf(Number(first), Number(last), Number(step));
  });
}

/** The largest array that Slurm can be set up for has about four million tasks; what is larger is no answer of it. */
const mostTasks = 4_000_001;

function rangeOf(first: number, last: number, step: number): number[] {
  const count = step < 1 || last < first ? 0 : Math.floor((last - first) / step) + 1;
  return count > mostTasks ? [] : Array.from({ length: count }, (_, index) => first + index * step);
}
