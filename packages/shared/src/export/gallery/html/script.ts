/** What the page does, in plain JavaScript: it shows at each step what every run had by then. */
export const script = `
'use strict';
const { runs, steps, delayMs } = JSON.parse(document.getElementById('gallery').textContent);
const find = (id) => document.getElementById(id);
const [slider, told, play, size] = ['step', 'told', 'play', 'size'].map(find);
const figures = [...document.querySelectorAll('figure')];
const calm = matchMedia('(prefers-reduced-motion: reduce)');
const say = (step) => step.toLocaleString('en');
let timer = 0;

function show(index) {
  const at = Math.min(Math.max(index, 0), steps.length - 1);
  const step = steps[at];
  slider.value = at;
  slider.setAttribute('aria-valuetext', 'step ' + say(step) + ', ' + (at + 1) + ' of ' + steps.length);
  told.textContent = 'step ' + say(step) + ' \\u00b7 ' + (at + 1) + ' of ' + steps.length;
  for (const [i, run] of runs.entries()) {
    const picture = run.pictures.findLast(([stored]) => stored <= step);
    const image = figures[i].querySelector('img');
    image.style.visibility = picture ? 'visible' : 'hidden';
    if (picture) image.src = picture[1];
    image.alt = picture ? run.what + ' at step ' + say(picture[0]) : '';
    figures[i].querySelector('.at').textContent = picture ? 'step ' + say(picture[0]) + ' of ' + say(run.steps) : 'no samples yet';
  }
  history.replaceState(null, '', '#step=' + step);
}

function stop() {
  clearInterval(timer);
  timer = 0;
  play.textContent = 'Play';
}

function start() {
  timer = setInterval(() => show((Number(slider.value) + 1) % steps.length), delayMs);
  play.textContent = 'Pause';
}

function moveBy(count) {
  stop();
  show(Number(slider.value) + count);
}

function heed() {
  stop();
  play.disabled = calm.matches || steps.length < 2;
  play.title = calm.matches ? 'Play is off: your system asks for less motion' : '';
}

slider.addEventListener('input', () => {
  stop();
  show(Number(slider.value));
});
play.addEventListener('click', () => (timer ? stop() : start()));
find('before').addEventListener('click', () => moveBy(-1));
find('after').addEventListener('click', () => moveBy(1));
document.addEventListener('keydown', (event) => {
  const move = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  const isBusy = event.target.closest('input, select') || event.altKey || event.ctrlKey || event.metaKey;
  if (!move || isBusy) return;
  event.preventDefault();
  moveBy(move);
});
size.addEventListener('change', () => {
  for (const [i, { width }] of runs.entries()) {
    const image = figures[i].querySelector('img');
    image.style.width = width * (Number(size.value) || Number(image.dataset.scale)) + 'px';
  }
});
for (const box of document.querySelectorAll('input[type="checkbox"]')) {
  box.addEventListener('change', () => {
    figures[Number(box.value)].hidden = !box.checked;
  });
}
calm.addEventListener('change', heed);
heed();
const asked = steps.indexOf(Number(/^#step=(\\d+)$/.exec(location.hash)?.[1] ?? NaN));
show(asked < 0 ? steps.length - 1 : asked);
`;
