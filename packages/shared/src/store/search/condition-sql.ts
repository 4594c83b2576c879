import type { Condition, Relation, Value } from '../../domain/filter/expression.ts';
import type { Period } from '../../domain/filter/period.ts';
import { joinSql, listSql, type Sql, sql } from './sql.ts';
import { valueSql } from './value-sql.ts';
import { wordSql } from './word-sql.ts';

/** 1 or 0 for the row of `run` at hand, never NULL. */
export function conditionSql(condition: Condition): Sql {
  switch (condition.kind) {
    case 'and':
      return joinSql(condition.of.map(conditionSql), 'AND');
    case 'or':
      return joinSql(condition.of.map(conditionSql), 'OR');
    case 'not':
      return sql`(NOT ${conditionSql(condition.of)})`;
    case 'holds':
      return sql`(${valueSql(condition.flag)} IS TRUE)`;
    case 'missing':
      return sql`(${valueSql(condition.value)} IS NULL)`;
    case 'compare':
      return relate[condition.relation](valueSql(condition.left), valueSql(condition.right));
    case 'during':
      return duringSql(condition.relation, condition.time, condition.period);
    case 'among':
      return sql`((${valueSql(condition.value)} IN (${listSql(condition.items.map(valueSql))})) IS TRUE)`;
    case 'contains':
      return sql`occurs(${valueSql(condition.part)}, ${valueSql(condition.text)})`;
    case 'tagged':
      return sql`EXISTS (SELECT 1 FROM tag WHERE run_id = run.id AND tag.name = ${valueSql(condition.tag)})`;
    case 'word':
      return wordSql(condition.word);
  }
}

const relate: Record<Relation, (left: Sql, right: Sql) => Sql> = {
  '==': (left, right) => sql`((${left} = ${right}) IS TRUE)`,
  '!=': (left, right) => sql`((${left} <> ${right}) IS TRUE)`,
  '<': (left, right) => sql`((${left} < ${right}) IS TRUE)`,
  '<=': (left, right) => sql`((${left} <= ${right}) IS TRUE)`,
  '>': (left, right) => sql`((${left} > ${right}) IS TRUE)`,
  '>=': (left, right) => sql`((${left} >= ${right}) IS TRUE)`,
};

function duringSql(relation: Relation, time: Value, { from, to }: Period): Sql {
  const at = valueSql(time);
  if (relation === '==') return sql`((${at} >= ${from} AND ${at} < ${to}) IS TRUE)`;
  if (relation === '!=') return sql`((${at} < ${from} OR ${at} >= ${to}) IS TRUE)`;
  return relation === '<' || relation === '<='
    ? relate['<'](at, sql`${relation === '<' ? from : to}`)
    : relate['>='](at, sql`${relation === '>' ? to : from}`);
}
