import { describe, expect, test } from 'vitest';
import { countPlaywright, countVitest } from './runners.js';
import { judgeImports } from './static-checks.js';

describe('what counts as a failure', () => {
  test('vitest: tests, files that failed before their first test, a crash, and no test at all', () => {
    const file = (status, tests) => ({ status, assertionResults: Array(tests) });
    const report = { numPassedTests: 3, numFailedTests: 1, testResults: [file('failed', 4), file('failed', 0)] };
    expect(countVitest(report, 1)).toEqual({ passed: 3, failed: 2 });
    expect(countVitest({ numPassedTests: 3, numFailedTests: 0 }, 1)).toEqual({ passed: 3, failed: 1 });
    expect(countVitest({ numPassedTests: 0, numFailedTests: 0 }, 0)).toEqual({ passed: 0, failed: 1 });
    expect(countVitest(undefined, 0)).toEqual({ passed: 0, failed: 1 });
  });

  test('Playwright: likewise', () => {
    expect(countPlaywright({ stats: { expected: 4, flaky: 1, unexpected: 2 } }, 1)).toEqual({ passed: 5, failed: 2 });
    expect(countPlaywright({ stats: { expected: 4 } }, 0)).toEqual({ passed: 4, failed: 0 });
    expect(countPlaywright(undefined, 1)).toEqual({ passed: 0, failed: 1 });
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
