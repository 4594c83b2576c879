import { ArgumentError } from '@duality/shared';
import { exportGalleryCommand } from './export-gallery.ts';
import { exportGeneratorCommand } from './export-generator.ts';
import { exportTableCommand } from './export-table.ts';

const kinds: Record<string, (args: string[]) => Promise<number>> = {
  gallery: exportGalleryCommand,
  generator: exportGeneratorCommand,
  metrics: exportTableCommand('metrics'),
  runs: exportTableCommand('runs'),
};

/** Writes what a store holds as files for other programs: the first word says what. */
export async function exportCommand([kind = '', ...args]: string[]): Promise<number> {
  const command = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (command) return command(args);
  throw new ArgumentError(`say what to export: ${Object.keys(kinds).join(', ')}${kind ? `, not "${kind}"` : ''}`);
}
