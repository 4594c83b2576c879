/** Of the page that stands alone: light or dark as the reader's system is. */
export const style = `
:root {
  color-scheme: light dark;
  --page: light-dark(#f6f7f6, #0c1011);
  --card: light-dark(#ffffff, #121819);
  --line: light-dark(#c9d0cd, #374244);
  --ink: light-dark(#141a19, #e9efee);
  --soft: light-dark(#46514f, #b3bebd);
  --accent: light-dark(#0a6a6b, #5cc8c1);
  --figures: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 14px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
main { max-width: 90rem; margin: 0 auto; padding: 1.25rem 1rem 2rem; }
h1 { margin: 0; font-size: 1.375rem; line-height: 1.3; overflow-wrap: anywhere; }
h2 { margin: 0; font-size: 0.875rem; overflow-wrap: anywhere; }
p { margin: 0; }
.parameters { color: var(--soft); font-family: var(--figures); font-size: 0.75rem; overflow-wrap: anywhere; }
.controls { position: sticky; top: 0; z-index: 1; display: grid; gap: 0.375rem; margin: 1rem 0; padding: 0.75rem 1rem; border: 1px solid var(--line); border-radius: 8px; background: var(--card); }
.row { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 0.75rem; }
.row label { font-weight: 600; }
.told { margin-left: auto; font-family: var(--figures); font-size: 0.8125rem; }
input[type="range"] { width: 100%; height: 1.75rem; margin: 0; accent-color: var(--accent); }
input[type="checkbox"] { width: 1rem; height: 1rem; accent-color: var(--accent); }
button, select { min-height: 2rem; padding: 0 0.75rem; border: 1px solid var(--line); border-radius: 6px; background: var(--card); color: inherit; font: inherit; }
button:disabled { color: var(--soft); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.choice { display: inline-flex; align-items: center; gap: 0.75rem; }
fieldset { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; min-width: 0; margin: 1rem 0 0; padding: 0; border: 0; }
legend { float: left; margin-right: 1rem; padding: 0; font-weight: 600; }
fieldset label { display: inline-flex; align-items: center; gap: 0.375rem; overflow-wrap: anywhere; }
.runs { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 1rem; }
figure { display: grid; gap: 0.5rem; min-width: min(17rem, 100%); max-width: 100%; margin: 0; padding: 1rem; border: 1px solid var(--line); border-radius: 8px; background: var(--card); }
figure[hidden] { display: none; }
figcaption, details { width: 0; min-width: 100%; }
img { display: block; max-width: 100%; height: auto; border-radius: 4px; }
.tiles { image-rendering: pixelated; }
.plot { border: 1px solid var(--line); }
.at { font-family: var(--figures); font-size: 0.8125rem; font-weight: 600; }
summary { color: var(--accent); cursor: pointer; }
dl { display: grid; grid-template-columns: auto 1fr; gap: 0 0.75rem; margin: 0.5rem 0 0; font-family: var(--figures); font-size: 0.75rem; }
dt { color: var(--soft); }
dd { margin: 0; text-align: right; overflow-wrap: anywhere; }
footer { margin-top: 1.5rem; color: var(--soft); font-size: 0.75rem; }
@media (prefers-color-scheme: dark) { .plot { filter: invert(0.92) hue-rotate(180deg); } }
@media print { .controls, details { display: none; } }
`;
