import fc from 'fast-check'
import type { AmountConclusion, Dossier } from '../../src/model/dossier.ts'
import type { Amount, Term } from '../../src/model/item.ts'
import { GOVERNANCES } from '../../src/model/register.ts'
import {
  BESIDE,
  by,
  CLOSED,
  COMMUNITY,
  component,
  layer,
  line,
  maker,
  NO_LICENCE,
  OPEN,
  RESTRICTED,
  SELF_MADE,
  UNKNOWN_LICENCE,
  UNKNOWN_MAKER,
  VENDORS,
  type Vendor,
} from './scored.ts'

/** What is said or concluded of an item beside its name. */
export type More = Partial<Dossier>
export const vendor = fc.constantFrom(...(Object.keys(VENDORS) as Vendor[])).map((id): More => by(id))
export const makerMore = fc.oneof(
  { arbitrary: vendor, weight: 5 },
  { arbitrary: fc.constant<More>(UNKNOWN_MAKER), weight: 3 },
  fc.constantFrom<More>(
    COMMUNITY,
    SELF_MADE,
    { control: 'none', maker: maker('verein') },
    { control: 'none', maker: maker('town', true) },
    { control: 'unknown', maker: maker('acme') },
  ),
)
const readings = fc.constantFrom<More>(
  { licence: { ...OPEN.licence, range: ['open', 'proprietary'] } },
  { licence: { ...CLOSED.licence, range: ['restricted', 'proprietary'] } },
)
const mixed = fc
  .tuple(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 10_000 }))
  .map(([a, b]): More => ({ ...UNKNOWN_LICENCE, openPart: [Math.min(a, b) / 10_000, Math.max(a, b) / 10_000] }))
const licenceMore = fc.oneof(
  { arbitrary: fc.constantFrom<More>(OPEN, CLOSED, UNKNOWN_LICENCE), weight: 8 },
  fc.constantFrom<More>(RESTRICTED, NO_LICENCE),
  readings,
  mixed,
)
export const governance = fc.constantFrom(...GOVERNANCES).map((value): More => ({ governance: value }))
const rarely = (more: fc.Arbitrary<More>): fc.Arbitrary<More> => fc.oneof({ arbitrary: fc.constant<More>({}), weight: 9 }, more)
const critical = rarely(fc.constant<More>({ critical: true }))
export const binding = rarely(
  fc
    .tuple(
      fc.constantFrom('Maps', 'Mail', 'Queue', 'Store'),
      fc.constantFrom('removable', 'yes', 'no'),
      fc.constantFrom<Vendor>('alpha', 'kappa', 'afar'),
    )
    .map(([service, portable, owner]): More => ({
      binding: { service, provider: owner, portable, controller: { id: owner, name: owner, ...VENDORS[owner] } },
    })),
)
const evidence = rarely(fc.constantFrom<More>({ said: { awardReason: 'technical' } }, { said: { awardReason: 'in-house' } }))
export const place = fc.oneof(
  { arbitrary: fc.constantFrom('fachanwendung', 'buero-software', 'plattform').map(layer), weight: 9 },
  fc.constantFrom<More>(layer('dienstleistung'), layer('nobody-knows')),
)

const componentItem = fc
  .tuple(
    makerMore,
    licenceMore,
    governance,
    critical,
    binding,
    rarely(fc.constant<More>(BESIDE)),
    fc.constantFrom('direct', 'direct', 'transitive', 'unknown'),
  )
  .map(([...more]) => component(...(more.slice(0, 6) as More[]), { relation: more[6] }))

const terms = fc.constantFrom<Term | undefined>(
  undefined,
  { start: '2026-01-01', end: '2028-12-31' },
  { start: '2026-02-11', end: '2027-09-30' },
  { start: '2026-05-01', end: '2027-01-31' },
)
export const money = (kinds: readonly Amount['kind'][]) =>
  fc
    .tuple(
      fc.integer({ min: 1, max: 5_000_000 }),
      fc.constantFrom('net', 'gross', 'unknown'),
      fc.constantFrom('EUR', 'EUR', 'CHF'),
      fc.constantFrom(...kinds),
      terms,
      fc.boolean(),
    )
    .map(([cents, basis, currency, kind, term, reduced]): More => {
      const amount: AmountConclusion = { value: (cents / 100).toFixed(2), basis, currency, kind, counts: true }
      return {
        amount: reduced ? { ...amount, setOff: { of: '700.0000', left: '300.1234' } } : amount,
        ...(term === undefined ? {} : { term }),
      }
    })
export const lineItem = (kinds: readonly Amount['kind'][] = ['annual', 'contract']) =>
  fc
    .tuple(makerMore, licenceMore, governance, critical, evidence, place, money(kinds), rarely(fc.constant<More>(BESIDE)))
    .map((more) => line(undefined, ...more))

export const components = fc.array(componentItem, { minLength: 1, maxLength: 14 })
export const lines = fc.array(lineItem(), { minLength: 5, maxLength: 14 })
export const anything = fc.oneof(
  components,
  lines,
  fc.tuple(components, lines).map((both) => both.flat()),
)

/** What the unknown of an item may turn out to be. */
export interface Answer {
  readonly made: More
  readonly licence: More
  readonly governance: More
  /** Where between its bounds the open part of a mixed product lies. */
  readonly at: number
  readonly country: string
}

export const answer: fc.Arbitrary<Answer> = fc.record({
  made: fc.oneof(vendor.filter(({ controller }) => controller?.country !== undefined), fc.constantFrom<More>(COMMUNITY, by('newcomer', { tier: 'T1', country: 'US' }), { control: 'none', maker: maker('town', true) })), // prettier-ignore
  licence: fc.constantFrom<More>(OPEN, CLOSED, RESTRICTED),
  governance: fc.constantFrom<More>({ governance: 'foundation' }, { governance: 'single-company' }),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  country: fc.constantFrom('DE', 'US'),
})

const isOpenUnknown = ({ licence, openPart }: Dossier) =>
  openPart === undefined && ((licence.openness === 'unknown' && licence.family !== 'none') || (licence.range?.includes('open') ?? false))
const isMakerUnknown = ({ control, maker: made, selfMade }: Dossier) =>
  selfMade !== true && control === 'unknown' && made?.publicHand !== true

export function withMaker(item: Dossier, { made, country }: Answer): Dossier {
  if (item.controller !== undefined && item.controller.country === undefined)
    return { ...item, controller: { ...item.controller, country } }
  if (!isMakerUnknown(item)) return item
  // a maker that is known stays; only its controller was not
  return { ...item, ...made, ...(item.maker === undefined ? {} : { maker: item.maker }) }
}

export function withLicence(item: Dossier, { licence, at }: Answer): Dossier {
  if (item.openPart !== undefined) {
    const [low, high] = item.openPart
    const part = Math.round((low + (high - low) * at) * 10_000) / 10_000
    return { ...item, openPart: [part, part] }
  }
  return isOpenUnknown(item) ? { ...item, ...licence } : item
}

const withGovernance = (item: Dossier, { governance: more }: Answer): Dossier =>
  item.governance === 'unknown' ? { ...item, ...more } : item
const completed = (item: Dossier, given: Answer): Dossier => withGovernance(withLicence(withMaker(item, given), given), given)
export const applicable = ({ licence }: Dossier) => licence.openness !== 'not-applicable'
export const complete = (items: readonly Dossier[], answers: readonly Answer[]) =>
  items.map((item, n) => (applicable(item) ? completed(item, answers[n % answers.length] as Answer) : item))
