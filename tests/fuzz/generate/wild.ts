import fc from 'fast-check';

const nasty = [
  '',
  ' ',
  '\n',
  '\0',
  'a\0b',
  '\ud800',
  'a\udfffb',
  '\u202ereversed',
  '__proto__',
  'constructor',
  'toString',
  'NaN',
  'Infinity',
  '-0',
  '1e999',
  '0x10',
  'null',
  'none',
  '../../etc/passwd',
  '..\\..\\boot.ini',
  '%2e%2e%2f',
  '%00',
  'file:///etc/passwd',
  "' OR 1=1 --",
  '"; DROP TABLE run; --',
  '$(id)',
  '`id`',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is one that somebody tries
  '${7*7}',
  '<script>alert(1)</script>',
  'λ',
  '日本語',
  '👩‍👩‍👧',
  'é',
  '-',
  '--',
  '=',
  ',',
  '(',
  '[',
  '{',
];

/** Texts that have broken programs before, and any others; some of them long. */
export const wildText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...nasty) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 2, arbitrary: fc.string({ maxLength: 40 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('a', '(', '9', 'λ', ' ', ','), fc.constantFrom(121, 2001, 5000))
      .map(([of, count]) => of.repeat(count)),
  },
);

/** Numbers at the edges of what numbers can be. */
const wildNumber = fc.oneof(
  fc.constantFrom(-0, 0, 1, -1, 0.1, 1.5, 2 ** 31, 2 ** 32, 2 ** 53, 2 ** 53 - 1, -(2 ** 53), 1e308, -1e308, 5e-324),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

/** Deeper than any value that is meant. */
const deep = fc
  .tuple(fc.constantFrom(20, 200, 2000), fc.boolean())
  .map(([depth, isList]) =>
    Array.from({ length: depth }).reduce<unknown>((inner) => (isList ? [inner] : { a: inner }), 1),
  );

const key = fc.oneof(fc.constantFrom('__proto__', 'constructor', 'toString', 'length', '', 'a'), wildText);

/** Anything that JSON can say. */
export const { value: wildValue } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.constantFrom<unknown>(null, true, false, [], {}),
    wildText,
    wildNumber,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie('value')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
    deep,
  ),
}));
