import { expect, test } from 'vitest';
import { completionsAt } from './completion.ts';
import { readFilter } from './filter.ts';

const known = { metrics: ['criticEstimate', 'loss/1'], tags: ['baseline'], experiments: ['λ'], presets: ['gan-ring'] };

/** What is offered where `|` stands. */
function offered(typed: string): string[] {
  const caret = typed.indexOf('|');
  return completionsAt(typed.replace('|', ''), caret, known).items.map(({ text }) => text);
}

/** The text once the first offer is taken. */
function taken(typed: string): string {
  const [text, caret] = [typed.replace('|', ''), typed.indexOf('|')];
  const { from, to, items } = completionsAt(text, caret, known);
  return `${text.slice(0, from)}${items[0]?.text}${text.slice(to)}`;
}

test('a condition begins with a field, a metric or a tag', () => {
  expect(offered('learn|')).toEqual(['learningRate', 'learningRateDecay', 'generatorLearningRate']);
  expect(offered('criticE|')).toContain('last(criticEstimate)');
  expect(offered('status == "failed" and base|')).toEqual(['"baseline" in tags']);
  expect(offered('not (bat|')[0]).toBe('batchSize');
  expect(offered('mea|')).toContain('mean(');
});

test('in the brackets of a function stand metrics, those with odd names in quotes', () => {
  expect(offered('last(crit|')).toContain('criticEstimate');
  expect(taken('min(loss|')).toBe('min("loss/1"');
  expect(offered('at( |').slice(0, 2)).toEqual(['criticEstimate', '"loss/1"']);
});

test('a field is followed by signs that go with its type', () => {
  expect(offered('lr |')).toEqual(expect.arrayContaining(['< ', '>= ', 'in [']));
  expect(offered('status |')).toEqual(['== ', '!= ', 'in [']);
  expect(offered('archived |')).toEqual(['and ', 'or ']);
  expect(offered('lr > 1e-4 a|')).toEqual(['and ']);
});

test('a field with a few values is compared with one of them', () => {
  expect(taken('status == |')).toBe('status == "queued"');
  expect(taken('status == "fa|')).toBe('status == "failed"');
  expect(taken('where != |')).toBe('where != "here"');
  expect(taken('system in ["wgan-gp", "wgan-l|')).toBe('system in ["wgan-gp", "wgan-lp"');
  expect(taken('experiment == |')).toBe('experiment == "λ"');
  expect(taken('preset != "gan|')).toBe('preset != "gan-ring"');
  expect(offered('last(criticEstimate) < |')[0]).not.toBe('"queued"');
});

test('a text can be in tags or in another text', () => {
  expect(offered('"base" in |')[0]).toBe('tags');
  expect(taken('"base" in na|')).toBe('"base" in name');
});

test('words are left in peace', () => {
  for (const typed of ['mnist fail|', '#12|', 'ring failed |x', 'zzz|']) expect(offered(typed)).toEqual([]);
  expect(offered('lr|')).not.toContain('lr');
});

test('what is taken can be read once the brackets are closed', () => {
  for (const [typed, end] of [
    ['learn|', ' > 1'],
    ['last(criticE|', ') > 1'],
    ['status in ["comp|', ']'],
    ['base|', ''],
    ['archived a|', 'lr > 1'],
  ] as const) {
    expect(() => readFilter(taken(typed) + end, () => true), typed).not.toThrow();
  }
});
