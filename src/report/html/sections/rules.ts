import type { Context } from '../context.ts'
import { rulePlaceText, sourceLines } from '../parts/place.ts'
import { anchor } from '../safe.ts'
import { cell, column, line, rowAt, small, table, type Table } from '../table.ts'

/** Appendix C: every rule that was applied, with its reason and its source. */
export function rules(context: Context): Table | null {
  const { audit, options, say, term, numbered } = context
  const columns = [
    column(say('rules.rule')),
    column(say('rules.severity')),
    column(say('rules.why')),
    column(say('rules.source')),
    column(say('rules.result')),
  ]
  const rows = audit.policies.map((policy) => {
    const hits = numbered.filter((found) => found.policy === policy.id)
    return rowAt(
      anchor('rule', policy.id),
      cell(policy.title[options.language], { ...small(policy.id), code: true }, { ...small(rulePlaceText(policy.rule)), code: true }),
      cell(term('severity', policy.severity), ...(policy.axis === undefined ? [] : [small(term('axis', policy.axis))])),
      cell(policy.why[options.language]),
      cell(...sourceLines(context, policy.source)),
      cell(...(hits.length > 0 ? hits.map(({ number }) => line(number, { href: `#${number}` })) : [say('rules.no-hit')])),
    )
  })
  return table(context, 'rules-t', say('rules.caption'), columns, rows)
}
