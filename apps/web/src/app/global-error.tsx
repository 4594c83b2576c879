'use client';

import '#theme/tokens.css';
import '#theme/global.css';

/** Where not even the frame of the pages could be shown. */
export default function GlobalError() {
  return (
    <html lang="en" data-mantine-color-scheme="light">
      <body>
        <main>
          <h1>Duality could not be shown</h1>
          <p>
            Nothing is lost: runs go on without the dashboard. The terminal in which it was started says what went
            wrong. Load this page again once it is mended.
          </p>
        </main>
      </body>
    </html>
  );
}
