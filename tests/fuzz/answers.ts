import { demand, type Verdict } from './target.ts';

/** Words of the schema library and of JavaScript, which people should not have to read. */
const foreign =
  /Invalid (input|option|string|key|element|type)|expected (string|number|array|object|int|boolean|record)|Too (small|big)|Unrecognized key|^\[?\{?"?code"?:|Cannot (read|set) propert|is not (a function|iterable|defined)|Unexpected (token|end of JSON)|SQLITE_|undefined is not|\bnode_modules\b|\bat [\w./]+:\d+:\d+/;

const inside = /Something went wrong inside Duality/;

/** A sentence for people, one line of it. */
export function demandSentence(message: string): void {
  demand(message.trim() !== '', 'the refusal says nothing');
  demand(!inside.test(message), `the refusal is no refusal: ${message}`);
  demand(!foreign.test(message), `the refusal is not in our words: ${message.slice(0, 500)}`);
}

interface Failed {
  error: { message: string; data: { code: string; place: object | null } };
}

/** What an answer over HTTP comes to; throws for one that no request may have. */
export function judgeAnswer(status: number, text: string, fields: readonly string[] = []): Verdict {
  demand(status < 500, `answered ${status}: ${text.slice(0, 500)}`);
  if (status < 400) return 'accepted';
  const parsed = parse(text);
  const message = parsed?.error.message ?? text;
  demandSentence(message);
  // An error of a filter shows where it is instead.
  if (parsed?.error.data.code === 'BAD_REQUEST' && !parsed.error.data.place) demandField(message, fields);
  return 'refused';
}

/** "must be an object" is about the whole of it. */
function demandField(message: string, fields: readonly string[]): void {
  if (fields.length === 0 || /^(the (request|input)|must |is missing|give )/i.test(message)) return;
  const thing = /.: |"[^"]*"|\b(run|trial|sweep|experiment|entry|view|pin|export|tag)\b|filter|sorted|undo/;
  const named = fields.some((field) => message.includes(field)) || thing.test(message);
  demand(named, `the refusal names no field: ${message.slice(0, 500)}`);
}

function parse(text: string): Failed | undefined {
  try {
    const answer = JSON.parse(text);
    return answer?.error?.message !== undefined ? answer : undefined;
  } catch {
    return undefined;
  }
}
