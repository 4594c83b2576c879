import fc from 'fast-check';

/** A run as plain values, by the names that filters use. */
export interface PlainRun {
  fields: Record<string, string | number | boolean | null>;
  tags: string[];
  /** Points in step order. */
  metrics: Record<string, [step: number, value: number][]>;
}

/** A piece of a filter and what it must come to, worked out without the filter's own code. */
interface Piece<T> {
  text: string;
  of: (run: PlainRun) => T;
}

type Number_ = Piece<number | null>;
type Test = Piece<boolean>;

const finite = (value: number | null) => (value === null || Number.isNaN(value) ? null : value);
const quote = (text: string) => `"${text.replace(/[\\"]/g, '\\$&')}"`;

const numberFields = ['id', 'seed', 'batchSize', 'learningRate', 'clipValue', 'step', 'duration', 'parent'];
const textFields = ['name', 'reason', 'engine', 'notes', 'experiment', 'preset', 'node', 'job'];
export const metricNames = ['criticEstimate', 'eval.modes', 'criticLoss'];
export const someTexts = ['', 'a', 'B', 'ba', 'cpu', 'λ', 'Λb', 'x"y\\', 'ring'];

const reduce: Record<string, (values: number[]) => number | null> = {
  last: (values) => (Number.isFinite(values.at(-1)) ? (values.at(-1) ?? null) : null),
  min: (values) => (values.some(Number.isFinite) ? Math.min(...values.filter(Number.isFinite)) : null),
  max: (values) => (values.some(Number.isFinite) ? Math.max(...values.filter(Number.isFinite)) : null),
  count: (values) => values.length,
  nonFinite: (values) => values.filter((value) => !Number.isFinite(value)).length,
};
const pointsOf = (run: PlainRun, metric: string) => run.metrics[metric] ?? [];

const constant: fc.Arbitrary<Number_> = fc
  .constantFrom(0, 1, 2, 3.5, 7, 64, 1e-4, 1e308)
  .map((value) => ({ text: String(value), of: () => value }));
const numberField: fc.Arbitrary<Number_> = fc
  .constantFrom(...numberFields)
  .map((text) => ({ text, of: ({ fields }) => fields[text] as number | null }));
const metric: fc.Arbitrary<Number_> = fc
  .tuple(fc.constantFrom(...Object.keys(reduce)), fc.constantFrom(...metricNames))
  .map(([name, of]) => ({
    text: `${name}(${of})`,
    of: (run) => reduce[name]?.(pointsOf(run, of).map(([, value]) => value)) ?? null,
  }));
const metricAt: fc.Arbitrary<Number_> = fc
  .tuple(fc.constantFrom(...metricNames), fc.integer({ min: 1, max: 40 }))
  .map(([name, step]) => ({
    text: `at("${name}", ${step})`,
    of: (run) => {
      const value = pointsOf(run, name).find(([at]) => at === step)?.[1];
      return value !== undefined && Number.isFinite(value) ? value : null;
    },
  }));

const calculate: Record<string, (a: number, b: number) => number | null> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => (b === 0 ? null : a / b),
};

export const { number: randomNumber } = fc.letrec<{ number: Number_ }>((tie) => ({
  number: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    constant,
    numberField,
    metric,
    metricAt,
    fc.tuple(tie('number'), fc.constantFrom(...Object.keys(calculate)), tie('number')).map(
      ([left, sign, right]): Number_ => ({
        text: `(${left.text} ${sign} ${right.text})`,
        of: (run) => {
          const [a, b] = [left.of(run), right.of(run)];
          return a === null || b === null ? null : finite(calculate[sign]?.(a, b) ?? null);
        },
      }),
    ),
    tie('number').map(({ text, of }): Number_ => ({ text: `-${text}`, of: (run) => finite(negate(of(run))) })),
  ),
}));
const negate = (value: number | null) => (value === null ? null : -value);

const order: Record<string, (sign: number) => boolean> = {
  '==': (sign) => sign === 0,
  '!=': (sign) => sign !== 0,
  '<': (sign) => sign < 0,
  '<=': (sign) => sign <= 0,
  '>': (sign) => sign > 0,
  '>=': (sign) => sign >= 0,
};
const relation = fc.constantFrom(...Object.keys(order));
const holds = (name: string, sign: number) => order[name]?.(sign) === true;
const compareNumbers = (a: number | null, name: string, b: number | null) =>
  a !== null && b !== null && holds(name, a === b ? 0 : a < b ? -1 : 1);

const chain: fc.Arbitrary<Test> = fc
  .tuple(randomNumber, fc.array(fc.tuple(relation, randomNumber), { minLength: 1, maxLength: 3 }))
  .map(([first, rest]) => ({
    text: [first.text, ...rest.map(([sign, { text }]) => `${sign} ${text}`)].join(' '),
    of: (run) => {
      const values = [first, ...rest.map(([, piece]) => piece)].map(({ of }) => of(run));
      return rest.every(([sign], index) => compareNumbers(values[index] ?? null, sign, values[index + 1] ?? null));
    },
  }));
const someText = fc.constantFrom(...someTexts);
const textField = fc.constantFrom(...textFields);
const fieldText = ({ fields }: PlainRun, name: string) => fields[name] as string | null;

const texts: fc.Arbitrary<Test> = fc
  .tuple(textField, relation, someText)
  .filter(([name]) => name !== 'engine')
  .map(([name, sign, text]) => ({
    text: `${name} ${sign} ${quote(text)}`,
    of: (run) => {
      const value = fieldText(run, name);
      return value !== null && holds(sign, Buffer.compare(Buffer.from(value), Buffer.from(text)));
    },
  }));
const within: fc.Arbitrary<Test> = fc
  .tuple(someText, fc.constantFrom('in', 'not in'), textField)
  .map(([part, sign, name]) => ({
    text: `${quote(part)} ${sign} ${name}`,
    of: (run) => (fieldText(run, name)?.toLowerCase().includes(part.toLowerCase()) === true) === (sign === 'in'),
  }));
const tagged: fc.Arbitrary<Test> = fc.tuple(someText, fc.constantFrom('in', 'not in')).map(([tag, sign]) => ({
  text: `${quote(tag)} ${sign} tags`,
  of: ({ tags }) => tags.includes(tag) === (sign === 'in'),
}));
const among: fc.Arbitrary<Test> = fc
  .tuple(randomNumber, fc.constantFrom('in', 'not in'), fc.array(randomNumber, { minLength: 1, maxLength: 4 }))
  .map(([value, sign, items]) => ({
    text: `${value.text} ${sign} [${items.map(({ text }) => text).join(', ')}]`,
    of: (run) => items.some((item) => compareNumbers(value.of(run), '==', item.of(run))) === (sign === 'in'),
  }));
const known: fc.Arbitrary<Test> = fc
  .tuple(
    fc.constantFrom('==', '!='),
    fc.constantFrom(
      ['system', 'wgan-gp'],
      ['status', 'failed'],
      ['engine', 'cpu'],
      ['where', 'slurm'],
      ['where', 'here'],
    ),
  )
  .map(([sign, [name = '', value]]) => ({
    text: `${name} ${sign} "${value}"`,
    of: ({ fields }) => fields[name] !== null && (fields[name] === value) === (sign === '=='),
  }));
const flag: fc.Arbitrary<Test> = fc
  .constantFrom('archived', 'asPrinted')
  .chain((name) =>
    fc.constantFrom<Test>(
      { text: `(${name})`, of: ({ fields }) => fields[name] === true },
      { text: `${name} == false`, of: ({ fields }) => fields[name] === false },
      { text: `${name} != false`, of: ({ fields }) => fields[name] !== false },
    ),
  );
const missing: fc.Arbitrary<Test> = fc
  .tuple(fc.constantFrom('==', '!='), fc.oneof(randomNumber, fc.constantFrom(...textFields, 'endedAt', 'tags')))
  .map(([sign, asked]) => ({
    text: `${typeof asked === 'string' ? asked : asked.text} ${sign} none`,
    of: (run) => {
      const isMissing =
        asked === 'tags'
          ? run.tags.length === 0
          : isNull(typeof asked === 'string' ? run.fields[asked] : asked.of(run));
      return isMissing === (sign === '==');
    },
  }));
const isNull = (value: unknown) => value === null;
/** Sums are rounded in another order, so a mean is only compared with what no mean here can be. */
const mean: fc.Arbitrary<Test> = fc
  .tuple(fc.constantFrom(...metricNames), fc.constantFrom('<', '>'), fc.integer({ min: -9, max: 9 }))
  .map(([name, sign, whole]) => ({
    text: `mean(${name}) ${sign} ${whole}.123456`,
    of: (run) => {
      const values = pointsOf(run, name).flatMap(([, value]) => (Number.isFinite(value) ? [value] : []));
      const average = values.reduce((sum, value) => sum + value, 0) / values.length;
      return values.length > 0 && compareNumbers(average, sign, Number(`${whole}.123456`));
    },
  }));
const day = 86_400_000;
/** How long each is that a time can be compared with. */
const periods: Record<string, [from: number, length: number]> = {
  '2026-11-20': [Date.UTC(2026, 10, 20), day],
  '2026-11-20 12:30': [Date.UTC(2026, 10, 20, 12, 30), 60_000],
  '2026-11-20T12:30:15Z': [Date.UTC(2026, 10, 20, 12, 30, 15), 1000],
};
const time: fc.Arbitrary<Test> = fc
  .tuple(fc.constantFrom('createdAt', 'startedAt', 'endedAt'), relation, fc.constantFrom(...Object.keys(periods)))
  .map(([name, sign, text]) => ({
    text: `${name} ${sign} "${text}"`,
    of: ({ fields }) => {
      const at = fields[name] as number | null;
      const [from, length] = periods[text] ?? [0, 0];
      return at !== null && holds(sign, Math.floor((at - from) / length));
    },
  }));

/** Any condition of the language, with what it must say of any run. */
export const { test: randomTest } = fc.letrec<{ test: Test }>((tie) => ({
  test: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    ...[chain, texts, within, tagged, among, known, flag, missing, mean, time],
    fc.array(tie('test'), { minLength: 2, maxLength: 3 }).map(
      (all): Test => ({
        text: `(${all.map(({ text }) => text).join(' and ')})`,
        of: (run) => all.every(({ of }) => of(run)),
      }),
    ),
    fc.array(tie('test'), { minLength: 2, maxLength: 3 }).map(
      (all): Test => ({
        text: `(${all.map(({ text }) => text).join(' or ')})`,
        of: (run) => all.some(({ of }) => of(run)),
      }),
    ),
    tie('test').map(({ text, of }): Test => ({ text: `not ${text}`, of: (run) => !of(run) })),
  ),
}));
