import { readdirSync } from 'node:fs';
import { engineNames, findConfigProblems } from '@duality/shared';
import { expect, test } from 'vitest';
import { expectOneLine, makeFolder, run } from './lab.ts';

test('engine --json says what would be used, why, and what else there is', async () => {
  const { code, stdout, stderr } = await run(makeFolder(), 'engine', ['--json']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout.trimEnd().split('\n')).toHaveLength(1);
  const report = JSON.parse(stdout);
  expect(Object.keys(report).sort()).toEqual(['available', 'device', 'engine', 'reason', 'version']);
  expect(report.version).toMatch(/^\d+\.\d+\.\d+/);
  for (const text of [report.device, report.reason]) expect(text).toMatch(/\w/);
  expect(report.available.map(({ engine }: { engine: string }) => engine)).toEqual(engineNames);
  for (const { engine, available, problem } of report.available) {
    expect(available).toBe(problem === null);
    if (engine === report.engine) expect(available).toBe(true);
  }
});

test('the environment chooses the engine, and the option comes before it', async () => {
  const folder = makeFolder();
  const environment = { DUALITY_ENGINE: 'wasm' };
  const [asked, overruled] = [
    await run(folder, 'engine', ['--json'], environment),
    await run(folder, 'engine', ['--json', '--engine', 'cpu'], environment),
  ];
  expect([asked, overruled].map(({ stdout }) => JSON.parse(stdout).engine)).toEqual(['wasm', 'cpu']);
});

test('engine says the same to people', async () => {
  const { code, stdout } = await run(makeFolder(), 'engine', ['--engine', 'wasm']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^wasm \d/);
  for (const name of engineNames) expect(stdout).toMatch(new RegExp(`^ +${name} `, 'm'));
});

test('an unknown engine is refused by name, with those there are', async () => {
  const { code, stdout, stderr } = await run(makeFolder(), 'engine', ['--engine', 'cuda']);
  expectOneLine(stderr, /--engine/, /cuda/, /auto.*tensorflow.*webgpu.*wasm.*cpu/);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
});

// Only on Linux is there a way to hide a GPU.
test.runIf(process.platform === 'linux').each(['engine', 'train'])(
  '%s with an engine that cannot run here fails and says what is missing',
  async (door) => {
    const folder = makeFolder();
    const args = door === 'train' ? ['wgan-gp-mnist', '--steps', '1', '--store', 'lab.db'] : [];
    const noDriver = { VK_ICD_FILENAMES: '/nonexistent', VK_DRIVER_FILES: '/nonexistent' };
    const { code, stdout, stderr } = await run(folder, door, [...args, '--engine', 'webgpu'], noDriver);
    expectOneLine(stderr, /webgpu/, /no GPU|no build/);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  },
);

test('presets --json lists presets with whole and valid configs', async () => {
  const folder = makeFolder();
  const { code, stdout, stderr } = await run(folder, 'presets', ['--json']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const presets = JSON.parse(stdout);
  expect(presets.map(({ name }: { name: string }) => name)).toContain('wgan-gp-mnist');
  for (const { name, summary, config } of presets) {
    expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(summary).toMatch(/^\S.*\.$/);
    expect(findConfigProblems(config)).toEqual([]);
  }
  expect(readdirSync(folder)).toEqual([]);
});

test('presets lists one a line', async () => {
  const { code, stdout } = await run(makeFolder(), 'presets', []);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^wgan-gp-mnist +\S/m);
});
