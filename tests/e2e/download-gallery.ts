import type { Locator, Page } from '@playwright/test';
import { test } from './story.ts';

/** Makes the gallery that a dialog describes; the path of the saved file. */
export async function downloadGallery(page: Page, dialog: Locator): Promise<string> {
  await dialog.getByRole('button', { name: 'Make the gallery' }).click();
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('link', { name: /^Download .*(kB|MB)$/ }).click(),
  ]);
  const file = test.info().outputPath(saved.suggestedFilename());
  await saved.saveAs(file);
  return file;
}
