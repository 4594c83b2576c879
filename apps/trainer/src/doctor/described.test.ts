import { readFileSync } from 'node:fs';
import { alertRuleNames, alertRules } from '@duality/shared';
import { expect, test } from 'vitest';

const page = readFileSync(new URL('../../../../docs/doctor.md', import.meta.url), 'utf8');

test.each(alertRuleNames)('docs/doctor.md says of %s what the dashboard says', (name) => {
  const { title, severity, why, advice } = alertRules[name];
  for (const text of [`### ${title}`, `\`${name}\` · ${severity}`, why, advice]) expect(page).toContain(text);
});
