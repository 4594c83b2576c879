'use client';

import { Skeleton } from '@mantine/core';
import dynamic from 'next/dynamic';

/** Notes as they are read. Most runs have none, and need not load what reads Markdown. */
export const NotesText = dynamic(() => import('./markdown-text.tsx').then((module) => module.MarkdownText), {
  loading: () => <Skeleton height={48} />,
});
