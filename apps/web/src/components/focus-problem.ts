/** Puts the focus into the field of a problem, or into the nearest that holds it: `space.x.values.2`, `space.x`, … */
export function focusProblem(path: string, form: 'run' | 'sweep'): void {
  const parts = path.split('.');
  for (let length = parts.length; length > 0; length--) {
    const key = parts.slice(0, length).join('.');
    const field = document.getElementById(key === 'preset' || form === 'run' ? `field-${key}` : `sweep-${key}`);
    if (!field) continue;
    field.focus();
    field.scrollIntoView({ block: 'center' });
    return;
  }
}
