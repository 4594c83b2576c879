import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from '../setup/paths.js';

/** What failed, to be told again after all else, where a long log is cut to its end. */
/** @typedef {{ name: string, message: string }} Failure */

const MOST_LINES = 15;

/** @returns {Failure[]} */
export function vitestFailures(report) {
  return (report?.testResults ?? [])
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name, message, assertionResults }) => {
      const file = relative(root, name);
      const failed = assertionResults.filter(({ status }) => status === 'failed');
      // A file can fail before its first test.
      if (failed.length === 0) return [{ name: file, message }];
      return failed.map(({ fullName, failureMessages }) => ({
        name: `${file} › ${fullName}`,
        message: failureMessages.join('\n'),
      }));
    });
}

/** @returns {Failure[]} */
export function playwrightFailures(report) {
  const broken = (report?.errors ?? []).map(({ message }) => ({ name: 'browser tests', message }));
  return [...broken, ...(report?.suites ?? []).flatMap(failuresOfSuite)];
}

function failuresOfSuite({ specs = [], suites = [] }) {
  const failed = specs.filter(({ ok }) => !ok);
  return [
    ...failed.map(({ file, line, title, tests }) => ({
      name: `${file}:${line} › ${title}`,
      message: tests.flatMap(({ results }) => results.flatMap(({ errors }) => errors.map((e) => e.message))).join('\n'),
    })),
    ...suites.flatMap(failuresOfSuite),
  ];
}

/** @param {Failure} failure */
export function describeFailure({ name, message }) {
  const lines = stripVTControlCharacters(message).trimEnd().split('\n');
  const cut = lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES), '…'] : lines;
  return [`  ${name}`, ...cut.map((line) => `    ${line}`)].join('\n');
}
