import { ConflictError, ExplainedError, NotFoundError } from '@duality/shared';
import { TRPCError } from '@trpc/server';
import { expect, it } from 'vitest';
import { messageFor, withCode } from './errors.ts';

const internal = (cause: Error) => new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: cause.message, cause });

it('what the store says about a run keeps its sentence and gets its code', () => {
  expect(withCode(internal(new NotFoundError('there is no run 7')))).toMatchObject({
    code: 'NOT_FOUND',
    message: 'there is no run 7',
  });
  expect(withCode(internal(new ConflictError('run 7 is running')))).toMatchObject({ code: 'CONFLICT' });
});

it('an unforeseen error tells the page nothing', () => {
  expect(messageFor(internal(new Error('SELECT secret FROM /home/me')))).not.toMatch(/secret|home/);
});

it('an error written for people is shown', () => {
  expect(messageFor(internal(new ExplainedError('the disk is full')))).toBe('the disk is full');
});
