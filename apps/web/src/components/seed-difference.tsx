import { findSeedDocument, type RunConfig } from '@duality/shared';
import classes from './seed-difference.module.css';

/** How the document that the preset was taken from strays from its paper, and which of the two this config does. */
export function SeedDifference({ config }: { config: RunConfig }) {
  const document = findSeedDocument(config);
  if (!document) return null;
  return (
    <p className={classes.difference}>
      <strong className={classes.which}>{config.asPrinted ? 'This is as printed.' : 'This is corrected.'}</strong>{' '}
      {document.difference}
    </p>
  );
}
