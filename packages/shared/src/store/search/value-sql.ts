import type { Value } from '../../domain/filter/expression.ts';
import { fieldSql } from './field-sql.ts';
import { metricSql } from './metric-sql.ts';
import { type Sql, sql } from './sql.ts';

/** What a value is for the row of `run` at hand; NULL when it is missing. */
export function valueSql(value: Value): Sql {
  switch (value.kind) {
    case 'number':
    case 'text':
      return sql`${value.value}`;
    case 'flag':
      return sql`${Number(value.value)}`;
    case 'none':
      return sql`NULL`;
    case 'field':
      return fieldSql(value.field);
    case 'metric':
      return metricSql(value);
    case 'negative':
      return sql`(-${realSql(value.of)})`;
    case 'arithmetic':
      return arithmetic[value.sign](realSql(value.left), realSql(value.right));
  }
}

/** Whole numbers would be divided without their remainder. */
const realSql = (value: Value): Sql => sql`CAST(${valueSql(value)} AS REAL)`;

const arithmetic = {
  '+': (left: Sql, right: Sql) => sql`(${left} + ${right})`,
  '-': (left: Sql, right: Sql) => sql`(${left} - ${right})`,
  '*': (left: Sql, right: Sql) => sql`(${left} * ${right})`,
  '/': (left: Sql, right: Sql) => sql`(${left} / ${right})`,
};
