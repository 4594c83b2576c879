import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder, run } from './lab.ts';

const reference = (name: string) => readFileSync(new URL(`../reference/${name}.json`, import.meta.url), 'utf8');

test('all kept reference cases pass on the engine in use', async () => {
  const { code, stdout } = await run(makeFolder(), 'verify', ['--json']);
  const { cases } = JSON.parse(stdout);
  expect(cases).toHaveLength(47);
  expect(cases.filter(({ passed }: { passed: boolean }) => !passed)).toEqual([]);
  expect(cases[0]).toMatchObject({
    name: 'acgan-conv',
    engine: expect.any(String),
    maxError: { loss: expect.any(Number), gradient: expect.any(Number), weights: expect.any(Number) },
  });
  expect(code).toBe(0);
});

const spoilt: [what: string, name: string, path: (string | number)[], by: number][] = [
  ['a gradient', 'wgan-gp-mlp', ['expected', 'critic', 'gradients', 'c_dense1/kernel', 'data', 0], 0.05],
  ['a loss', 'lsgan-01-mlp', ['expected', 'generator', 'losses', 'generatorLoss'], 1e-3],
  [
    'a weight after the step',
    'wgan-clip-mlp-large-step',
    ['expected', 'critic', 'weightsAfterClip', 'c_dense1/kernel', 'data', 1],
    1e-3,
  ],
  [
    'where a trajectory ends',
    'trajectory-wgan-gp',
    ['expected', 'finalWeights', 'critic', 'c_dense1/bias', 'data', 0],
    0.1,
  ],
  ['a hyper-parameter', 'dragan-mlp', ['hyper', 'lambda'], -1],
  ['a distance', 'distances', ['wasserstein1d', 0, 'w1'], 1e-6],
];

/** Adds `by` to the number at `path`. */
function nudge(content: unknown, path: (string | number)[], by: number): void {
  let owner = content as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) owner = owner[key] as typeof owner;
  const last = path.at(-1) ?? '';
  owner[last] = (owner[last] as number) + by;
}

test('what is not so is found out, whatever it is', async () => {
  const folder = makeFolder();
  mkdirSync(join(folder, 'cases'));
  const write = (name: string, content: string) => writeFileSync(join(folder, 'cases', `${name}.json`), content);
  for (const [what, name, path, by] of spoilt) {
    const content = JSON.parse(reference(name));
    nudge(content, path, by);
    write(what, JSON.stringify(content));
  }
  write('whole', reference('wgan-gp-mlp'));
  const { code, stdout } = await run(folder, 'verify', ['cases']);
  for (const [what] of spoilt) expect(stdout).toMatch(new RegExp(`^${what} .*FAILED: .* is off by .*, allowed`, 'm'));
  expect(stdout).toMatch(/^whole .* passed$/m);
  expect(stdout).toContain(`1 of ${spoilt.length + 1} passed`);
  expect(code).toBe(1);
});

test.each([
  ['no such file', ['absent.json'], 2, /there is no file or folder .*absent\.json/],
  ['two paths', ['a', 'b'], 2, /name one file or folder/],
  ['what is no JSON', ['torn.json'], 1, /cannot read .*torn\.json: /],
  ['another form', ['other.json'], 1, /other\.json has none of the forms/],
  [
    'a case with a layer that is unknown here',
    ['layer.json'],
    1,
    /layer\.json is not a reference case: networks\.critic\.layers\.0\.type/,
  ],
])('%s: one clear line', async (_, args, expectedCode, line) => {
  const folder = makeFolder();
  writeFileSync(join(folder, 'torn.json'), reference('wgan-gp-mlp').slice(0, 500));
  writeFileSync(join(folder, 'other.json'), '{"a":1}');
  const content = JSON.parse(reference('wgan-gp-mlp'));
  content.networks.critic.layers[0].type = 'capsule';
  writeFileSync(join(folder, 'layer.json'), JSON.stringify(content));
  const { code, stderr } = await run(folder, 'verify', args);
  expect(stderr).toMatch(line);
  expect(code).toBe(expectedCode);
});
