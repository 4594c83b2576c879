import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../setup/paths.js';
import { describeFailure } from './failures.js';
import { countPlaywright, countVitest } from './runners.js';
import { judgeImports } from './static-checks.js';

describe('what counts as a failure', () => {
  test('vitest: tests, files that failed before their first test, a crash, and no test at all', () => {
    const file = (name, message, ...tests) => ({
      name: join(root, name),
      status: 'failed',
      message,
      assertionResults: tests,
    });
    const failed = { status: 'failed', fullName: 'adds up', failureMessages: ['1 is not 2'] };
    const testResults = [file('a.test.ts', '', { status: 'passed' }, failed), file('b.test.ts', 'no such module')];
    expect(countVitest({ numPassedTests: 3, testResults }, 1)).toEqual({
      passed: 3,
      failures: [
        { name: 'a.test.ts › adds up', message: '1 is not 2' },
        { name: 'b.test.ts', message: 'no such module' },
      ],
    });
    expect(countVitest({ numPassedTests: 3 }, 1)).toMatchObject({ passed: 3, failures: [{}] });
    expect(countVitest({ numPassedTests: 3 }, 0)).toEqual({ passed: 3, failures: [] });
    expect(countVitest({ numPassedTests: 0 }, 0).failures).toHaveLength(1);
    expect(countVitest(undefined, 0).failures).toHaveLength(1);
  });

  test('Playwright: likewise, in suites within suites', () => {
    const spec = { ok: false, file: 'a.test.ts', line: 7, title: 'says so' };
    const tests = [{ results: [{ errors: [{ message: '\u001b[31mnot visible\u001b[39m' }] }] }];
    const suites = [{ suites: [{ specs: [{ ok: true }, { ...spec, tests }] }] }];
    const counted = countPlaywright({ stats: { expected: 4, flaky: 1 }, suites }, 1);
    expect(counted).toMatchObject({ passed: 5, failures: [{ name: 'a.test.ts:7 › says so' }] });
    expect(counted.failures.map(describeFailure)).toEqual(['  a.test.ts:7 › says so\n    not visible']);
    expect(countPlaywright({ stats: { expected: 4 } }, 0)).toEqual({ passed: 4, failures: [] });
    expect(countPlaywright({ stats: {}, errors: [{ message: 'no browser' }] }, 1).failures).toHaveLength(1);
    expect(countPlaywright(undefined, 1).failures).toHaveLength(1);
  });

  test('a long message is cut', () => {
    const message = Array.from({ length: 40 }, (_, i) => `line ${i}`).join('\n');
    expect(describeFailure({ name: 'a', message }).split('\n')).toHaveLength(17);
  });

  test('import rules: a violation, or fewer modules than there are', () => {
    const report = (totalCruised, violations = []) => JSON.stringify({ summary: { totalCruised, violations } });
    const violation = { rule: { severity: 'error', name: 'no-cycles' }, from: 'a', to: 'b' };
    expect(judgeImports(report(50))?.passed).toBe(true);
    expect(judgeImports(report(0))?.passed).toBe(false);
    expect(judgeImports(report(50, [violation]))).toMatchObject({ passed: false, output: 'error no-cycles: a -> b' });
    expect(judgeImports('no report')).toBeUndefined();
  });
});
