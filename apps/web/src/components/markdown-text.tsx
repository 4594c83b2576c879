'use client';

import Markdown, { type Components } from 'react-markdown';
import classes from './markdown-text.module.css';

/** What people wrote in Markdown. HTML in it stays text, and no picture is fetched from anywhere. */
export function MarkdownText({ text }: { text: string }) {
  return (
    <div className={classes.text}>
      <Markdown components={components}>{text}</Markdown>
    </div>
  );
}

const components: Components = {
  a: ({ href, children }) => (
    <a href={href} target="_blank" rel="noreferrer">
      {children}
    </a>
  ),
  img: ({ src, alt }) => (
    <a href={typeof src === 'string' ? src : undefined} target="_blank" rel="noreferrer">
      {alt || 'picture'} (not loaded)
    </a>
  ),
  // The card has a heading of its own, and a page has one of the first level.
  h1: 'h3',
  h2: 'h4',
  h3: 'h5',
};
