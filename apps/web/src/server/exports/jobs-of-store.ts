import { describeError } from '@duality/shared';
import type { Store } from '@duality/shared/store';
import { openExportFolder } from './export-folder.ts';
import { createExportJobs, type ExportJobs } from './export-jobs.ts';

// As in context.ts: the process has one of them, however often Next loads this module.
const held = globalThis as { dualityExports?: WeakMap<Store, ExportJobs> };

/** The exports that are made of a store in this process. */
export function exportJobsOf(store: Store): ExportJobs {
  held.dualityExports ??= new WeakMap();
  const jobs = held.dualityExports.get(store) ?? createExportJobs(openExportFolder(), explain);
  held.dualityExports.set(store, jobs);
  return jobs;
}

/** Errors that nobody wrote a sentence for are told in full in the terminal. */
function explain(error: unknown): string {
  if (isExplained(error)) return error.message;
  console.error('export:', error);
  return describeError(error);
}

/** By name, not by instanceof: Next may load a class twice. */
const isExplained = (error: unknown): error is Error =>
  error instanceof Error && ['ExplainedError', 'NotFoundError', 'GalleryError'].includes(error.name);
