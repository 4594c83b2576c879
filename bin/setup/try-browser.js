// Run by Node 24 on its own: starts the browser as the tests will and reads a page.
import { chromium } from '@playwright/test';

const browser = await chromium.launch({ executablePath: process.argv[2], timeout: 20_000 }).catch((error) => {
  console.log(error.message.split('\n')[0]);
  process.exit(1);
});
const page = await browser.newPage();
await page.setContent('<p>it-works</p>');
console.log(await page.textContent('p'));
await browser.close();
