/** Asks for the store's key, or takes it from behind the `#` of a link, where no server and no log sees it. */
export const signInPage = (nonce: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sign in · Duality</title>
<link rel="icon" href="/icon.svg">
<style>${style}</style>
</head>
<body>
<main>
<h1>Duality</h1>
<form>
<label for="key">Key</label>
<input id="key" type="password" autocomplete="current-password" autofocus required aria-describedby="help problem">
<p id="help">Where Duality was started it was printed as a link. It also lies in the file beside the store whose name ends
in <code>-key</code>.</p>
<p id="problem" role="alert"></p>
<button>Open</button>
</form>
</main>
<script nonce="${nonce}">${script}</script>
</body>
</html>
`;

const style = `
:root { color-scheme: light dark; --page: #f6f7f6; --card: #fff; --line: #c9d0cd; --ink: #141a19; --soft: #46514f; --accent: #0a6a6b; --on: #fff; --danger: #b3261e }
@media (prefers-color-scheme: dark) {
  :root { --page: #0c1011; --card: #14191b; --line: #3a4548; --ink: #e8eeec; --soft: #a9b5b2; --accent: #5cc8c1; --on: #0c1011; --danger: #ff8a80 }
}
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--page); color: var(--ink); font: 14px/1.5 system-ui, sans-serif }
main { width: min(24rem, 100vw - 2rem); box-sizing: border-box; padding: 1.5rem; background: var(--card); border: 1px solid var(--line); border-radius: 8px }
h1 { margin: 0 0 1rem; font-size: 1.25rem }
label, input, button { display: block; width: 100%; box-sizing: border-box; font: inherit }
label { font-weight: 600; margin-bottom: .25rem }
input { padding: .5rem .625rem; color: inherit; background: var(--page); border: 1px solid var(--line); border-radius: 5px }
button { margin-top: 1rem; padding: .5rem; border: 0; border-radius: 5px; background: var(--accent); color: var(--on); font-weight: 600; cursor: pointer }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
p { margin: .5rem 0 0; color: var(--soft) }
#problem { color: var(--danger) }`;

const script = `
const field = document.querySelector('input');
const problem = document.querySelector('#problem');
const open = async (key) => {
  problem.textContent = '';
  try {
    const answer = await fetch('/api/session', {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ key }),
    });
    if (answer.ok) location.replace(location.pathname + location.search);
    else problem.textContent = await answer.text();
  } catch { problem.textContent = 'Duality does not answer.'; }
};
document.querySelector('form').addEventListener('submit', (event) => { event.preventDefault(); open(field.value.trim()); });
const link = new URLSearchParams(location.hash.slice(1)).get('key');
if (link) { history.replaceState(null, '', location.pathname + location.search); open(link); }`;
