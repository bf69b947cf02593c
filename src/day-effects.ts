import type { Audit } from './model/audit.ts'
import type { DayEffects } from './model/comparison.ts'
import { expired, rateOn } from './model/money.ts'
import { projectOf } from './model/project.ts'

/** What another day does to the same items, by the same rules and with the same project file: both audits are of one list, in one order. */
export function dayEffects(earlier: Audit, later: Audit): DayEffects {
  const pairs = earlier.items.map((item, i) => [item, later.items[i] ?? item] as const)
  return {
    ended: pairs.filter(([{ term }]) => expired(term, later.asOf) && !expired(term, earlier.asOf)).length,
    owners: pairs.filter(([then, now]) => then.maker?.id === now.maker?.id && then.controller?.id !== now.controller?.id).length,
    rates: ratesOf(earlier, later),
  }
}

function ratesOf(earlier: Audit, later: Audit): DayEffects['rates'] {
  const project = projectOf(later.projectFile ?? {})
  const used = [earlier, later].flatMap(({ rates = [] }) => rates.map(({ currency }) => currency))
  return [...new Set(used)].sort().flatMap((currency) => {
    const [before, after] = [earlier.asOf, later.asOf].map((day) => rateOn(day, currency, project))
    if (before?.eur === after?.eur) return []
    const end = (rate: typeof before) => rate && { eur: rate.eur, date: rate.date }
    return [{ currency, ...(before && { before: end(before)! }), ...(after && { after: end(after)! }) }]
  })
}
