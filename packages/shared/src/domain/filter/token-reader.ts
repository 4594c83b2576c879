import { maxDepth, tooDeep } from './syntax.ts';
import type { Token } from './tokenise.ts';

export type Reader = ReturnType<typeof readerOf>;

export function readerOf(tokens: Token[]) {
  let next = 0;
  let level = 0;
  const peek = (ahead = 0) => tokens[Math.min(next + ahead, tokens.length - 1)] as Token;
  const take = () => {
    const token = peek();
    next++;
    return token;
  };
  const isAt = (value: string, ahead = 0) => {
    const token = peek(ahead);
    return token.kind === 'symbol' && token.value === value;
  };
  return {
    peek,
    take,
    isAt,
    takeIf: (value: string) => (isAt(value) ? take() : undefined),
    /** One level deeper, refused at once, since the stack of the parser itself is what would overflow. */
    descend: <T>(body: () => T): T => {
      if (++level > maxDepth) throw tooDeep(peek());
      const result = body();
      level--;
      return result;
    },
  };
}

export const show = (token: Token) =>
  token.kind === 'end' ? 'the end' : `"${token.kind === 'number' ? token.value : token.value}"`;
