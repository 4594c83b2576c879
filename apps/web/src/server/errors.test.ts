import { ConflictError, ExplainedError, NotFoundError } from '@duality/shared';
import { TRPCError } from '@trpc/server';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { messageFor, withCode } from './errors.ts';

const internal = (cause: Error) => new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: cause.message, cause });

it('what the store says about a run keeps its sentence and gets its code', () => {
  expect(withCode(internal(new NotFoundError('there is no run 7')), 'lab.db')).toMatchObject({
    code: 'NOT_FOUND',
    message: 'there is no run 7',
  });
  expect(withCode(internal(new ConflictError('run 7 is running')), 'lab.db')).toMatchObject({ code: 'CONFLICT' });
});

it('an unforeseen error tells the page nothing', () => {
  expect(messageFor(internal(new Error('SELECT secret FROM /home/me')))).not.toMatch(/secret|home/);
});

it('an error written for people is shown', () => {
  expect(messageFor(internal(new ExplainedError('the disk is full')))).toBe('the disk is full');
});

it('fields that are wrong are named with our words for what is wrong', () => {
  const Input = z.object({
    runId: z.int().positive(),
    name: z.string().max(3).optional(),
    ids: z.array(z.int()).min(1),
  });
  const told = (value: unknown) =>
    messageFor(new TRPCError({ code: 'BAD_REQUEST', cause: Input.safeParse(value).error as Error }));
  expect(told({ runId: 0, name: 'long', ids: [] })).toBe(
    'runId: must be more than 0; name: must have at most 3 characters; ids: must have at least 1 entries',
  );
  expect(told({ runId: 1.5, name: 7, ids: ['a'] })).toBe(
    'runId: must be a whole number; name: must be a string; ids.0: must be a number',
  );
  expect(told({})).toBe('runId: is missing; ids: is missing');
  expect(told([])).toBe('the request must be an object');
});

it('a request that is no JSON is told so', () => {
  const cause = new SyntaxError('Unexpected token');
  expect(messageFor(new TRPCError({ code: 'BAD_REQUEST', message: cause.message, cause }))).toBe(
    'the request is not JSON; send its fields as one JSON object',
  );
});

it('a value of which the schema library makes an error of its own is refused in our words', () => {
  const cause = new TypeError('Cannot convert object to primitive value');
  expect(messageFor(new TRPCError({ code: 'BAD_REQUEST', message: cause.message, cause }))).toBe(
    'the request must have no "length" that is no number',
  );
});
