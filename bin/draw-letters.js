// Draws the letters of the gallery's captions from JetBrains Mono, for who wants others: pictures must look the same on a
// machine without any font, so their letters are pixels that come with the code.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { root } from './setup/paths.js';

const [width, height, size, baseline] = [8, 18, 40 / 3, 14];
const range = (first, last) => Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i));
const others = '–—‘’“”„†•…‰‹›€™←↑→↓−∞≈≠≤≥√∑∇∂∫₀₁₂₃₄₅₆₇₈₉⁰⁴⁵⁶⁷⁸⁹□';
const characters = [
  ...range(0x20, 0x7e),
  ...range(0xa1, 0xac),
  ...range(0xae, 0x17f),
  ...range(0x391, 0x3a1),
  ...range(0x3a3, 0x3a9),
  ...range(0x3b1, 0x3c9),
  ...range(0x410, 0x44f),
  ...others,
].join('');

const fonts = join(root, 'node_modules/@fontsource-variable/jetbrains-mono/files');
const faces = readdirSync(fonts)
  .filter((name) => name.endsWith('wght-normal.woff2'))
  .map((name) => readFileSync(join(fonts, name)).toString('base64'));

/** Runs in the page: how much ink each pixel of each letter has, in sixteenths, two pixels a byte. */
async function drawAll({ faces, characters, width, height, font, baseline, weight }) {
  const families = faces.map((_, i) => `face${i}`);
  for (const [i, face] of faces.entries()) {
    const loaded = new FontFace(`face${i}`, `url(data:font/woff2;base64,${face})`, { weight: '100 800' });
    document.fonts.add(await loaded.load());
  }
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  context.font = `${weight} ${font}px ${families.join(', ')}`;
  const bytes = [];
  for (const character of characters) {
    context.clearRect(0, 0, width, height);
    context.fillText(character, 0, baseline);
    const { data } = context.getImageData(0, 0, width, height);
    const ink = (i) => Math.round(data[4 * i + 3] / 17);
    for (let i = 0; i < width * height; i += 2) bytes.push(ink(i) * 16 + ink(i + 1));
  }
  return bytes;
}

const browser = await chromium.launch({
  executablePath: process.env.DUALITY_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-lcd-text'],
});
const page = await browser.newPage();
const draw = async (weight) => {
  const bytes = await page.evaluate(drawAll, { faces, characters, width, height, font: size, baseline, weight });
  return deflateRawSync(Buffer.from(bytes), { level: 9 }).toString('base64');
};
const [regular, bold] = [await draw(450), await draw(700)];
await browser.close();
writeFileSync(
  join(root, 'packages/shared/src/export/gallery/text/letters.ts'),
  `/** JetBrains Mono (SIL Open Font License 1.1) as pixels, drawn by bin/draw-letters.js: 4 bits of ink each, deflated. */
export const letters = {
  width: ${width},
  height: ${height},
  characters:
    ${JSON.stringify(characters).replaceAll("'", "\\'").replace(/^"|"$/g, "'").replaceAll('\\"', '"')},
  regular:
    '${regular}',
  bold: '${bold}',
};
`,
);
