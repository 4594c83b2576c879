import { ExplainedError } from '@duality/shared';

/** What `text` says. Throws an ExplainedError that tells where it ends being JSON, as far as JavaScript knows. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ExplainedError(`is not JSON: ${describeSyntax((error as Error).message)}`);
  }
}

function describeSyntax(message: string): string {
  if (/end of JSON input/.test(message)) return 'it ends before it is whole';
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? [];
  if (line !== undefined) return `see line ${line}, column ${column}`;
  const [, token] = /^Unexpected token '(.+?)'/s.exec(message) ?? [];
  return token === undefined ? 'no value stands where one is due' : `"${token}" stands where it cannot`;
}
