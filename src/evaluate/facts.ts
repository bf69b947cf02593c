import type { Dossier } from '../model/dossier.ts'
import { inEea } from '../model/eea.ts'
import type { Evidence } from '../model/evidence.ts'
import type { FactId } from '../model/facts.ts'
import type { Source, Term } from '../model/item.ts'
import { isDirectAward, procedureOf, statedReason } from '../model/procedure.ts'
import { PROJECT_FILE } from '../model/project.ts'
import { packageOf, parsePurl } from '../model/purl.ts'
import { tableOf } from '../model/table.ts'
import type { Controller } from '../model/dossier.ts'
import { expired } from '../model/money.ts'
import { standingOf, type Standing } from '../model/notice.ts'
import type { FactValue } from './operators.ts'
import type { VendorSubject } from './subjects.ts'

const known = <T>(value: T | 'unknown' | undefined): T | undefined => (value === 'unknown' ? undefined : value)
const large = (controller: Controller | undefined) => controller?.tier === 'T1' || controller?.tier === 'T2'

/** Asks a controller's fact: not known where control is not known, not applicable where nobody controls. */
function ofController<T>(item: Dossier, ask: (controller: Controller) => T): T | null | undefined {
  if (item.controller !== undefined) return ask(item.controller)
  return item.control === 'none' ? null : undefined
}

type ItemFact = (item: Dossier, context: ItemContext) => FactValue

export interface ItemContext {
  readonly asOf: string
  readonly openSourceDeliverable: boolean
  /** Whether an award reason, as written or coded, is one that binds to a vendor. */
  readonly lockIn: (reason: string) => boolean
  /** The scope of a component of which a source says none, where its format settles that. */
  readonly usualScope?: (item: Pick<Dossier, 'source' | 'relation'>) => 'required' | undefined
}

/** CycloneDX counts a component without a scope as required, SPDX one that something depends on; else it is left open. */
export const usualScopeIn =
  (sources: readonly Source[]) =>
  ({ source, relation }: Pick<Dossier, 'source' | 'relation'>): 'required' | undefined => {
    const format = sources[source]?.format ?? ''
    return format.startsWith('cyclonedx') || (format.startsWith('spdx') && relation !== 'unknown') ? 'required' : undefined
  }

/** A line about something that was bought; what an inventory only lists as installed was no award and has no term. */
const isBought = ({ line, kind, amount, term, said }: Dossier): boolean =>
  line === true &&
  (kind === 'contract' || amount !== undefined || term !== undefined || ACQUIRED.some((field) => said[field] !== undefined))
const ACQUIRED = ['supplier', 'contractNumber', 'procedure', 'awardReason', 'bids'] as const

/** Asks what only a contract has. */
const ofContract =
  (ask: ItemFact): ItemFact =>
  (item, context) =>
    isBought(item) ? ask(item, context) : null

/** No end, and no day of the year to which notice could be given. */
const isOpenEnded = (term: Term | undefined): boolean => term?.endless === true && term.noticeTo === undefined

/** Asks how a contract stands: of one that has ended, or has no end and no day of notice, nothing applies. */
const ofRunning = (ask: (standing: Standing) => FactValue): ItemFact =>
  ofContract(({ term }, { asOf }) => (expired(term, asOf) || isOpenEnded(term) ? null : term && ask(standingOf(term, asOf))))

/** Facts of an item. Each only reads. */
export const ITEM_FACTS: Readonly<Partial<Record<FactId, ItemFact>>> = {
  kind: (item) => item.kind,
  name: (item) => item.name,
  version: (item) => item.version,
  package: (item) => {
    const purl = item.purl === undefined ? undefined : parsePurl(item.purl)
    return purl === undefined ? null : packageOf(purl)
  },
  relation: (item) => (item.line ? null : known(item.relation)),
  scope: (item, { usualScope }) => (item.line ? null : (item.said.scope ?? usualScope?.(item))),
  line: (item) => item.line === true,
  'has-identifier': (item) => item.purl !== undefined || item.cpe !== undefined,
  'has-version': (item) => item.version !== undefined,
  product: (item) => item.product?.id,
  maker: (item) => item.maker?.id,
  'maker-kind': (item) => item.maker?.kind,
  'maker-known': (item) => item.maker !== undefined || item.selfMade === true,
  reseller: (item) => (item.line ? (item.reseller?.id ?? item.reseller?.name) : null),
  control: (item) => known(item.control),
  controller: (item) => ofController(item, ({ id }) => id),
  country: (item) => ofController(item, ({ country }) => country),
  'in-eea': (item) => ofController(item, ({ country }) => inEea(country)),
  tier: (item) => ofController(item, ({ tier }) => tier),
  'large-vendor': (item) => (item.control === 'unknown' ? undefined : large(item.controller)),
  'public-hand': (item) => (item.selfMade ? true : item.maker?.publicHand),
  'self-made': (item) => item.selfMade === true,
  governance: (item) => known(item.governance),
  licence: (item) => item.licence.expression,
  'licence-stated': (item) => (item.said.licences ?? []).length > 0 && !item.licence.by.includes('silence'),
  'licence-known': (item) => item.licence.openness !== 'unknown',
  family: (item) => known(item.licence.family),
  openness: (item) => known(item.licence.openness),
  'product-open-share': (item) => (item.openPart === undefined ? null : { low: item.openPart[0], high: item.openPart[1] }),
  'is-software': ({ isSoftware, licence }) => (isSoftware === 'unknown' ? undefined : licence.openness !== 'not-applicable'),
  osi: (item) => (item.licence.openness === 'not-applicable' ? null : known(item.licence.osi)),
  'licence-change': ({ licenceChange }) => (licenceChange === undefined ? 'none' : known(licenceChange.state)),
  'licence-change-day': ({ licenceChange }) => (licenceChange === undefined ? null : licenceChange.on),
  'structural-class': (item) => (item.structuralClass === '?' ? undefined : item.structuralClass),
  layer: (item) => item.layer?.id,
  critical: (item) => item.critical,
  binding: (item) => item.binding?.portable ?? 'none',
  'binding-large-vendor': ({ binding }) =>
    binding === undefined ? false : binding.controller === undefined ? undefined : large(binding.controller),
  'binding-in-eea': ({ binding }) => (binding === undefined ? null : inEea(binding.controller?.country)),
  'per-year': (item) => (item.amount === undefined ? null : item.amount.perYear === undefined ? undefined : Number(item.amount.perYear)),
  'amount-state': (item) => (!item.line ? null : item.amount === undefined ? 'missing' : (item.amount.why ?? 'counts')),
  cpv: (item) => (item.cpv === undefined || item.cpv.length === 0 ? undefined : item.cpv),
  'term-start': ofContract(({ term }) => term?.start),
  'term-end': ofContract(({ term }) => (term?.endless ? null : term?.end)),
  'notice-day': ofContract(({ term }, { asOf }) => (isOpenEnded(term) ? null : term && standingOf(term, asOf).notice)),
  'notice-passed': ofRunning(({ passed, notice }) => (passed || notice !== undefined ? passed : undefined)),
  'next-notice-day': ofRunning(({ next }) => next),
  'bound-until': ofRunning(({ bound }) => bound),
  'renews-itself': ofContract(({ term }) => term?.renewsItself),
  'licence-model': (item) => item.said.licenceModel ?? (isBought(item) ? undefined : null),
  'award-reason': ofContract(({ said }) => statedReason(said.awardReason)),
  'lock-in-award': ofContract(({ said }, { lockIn }) => {
    const reason = statedReason(said.awardReason)
    return reason === undefined ? undefined : lockIn(reason)
  }),
  procedure: ofContract(({ said }) => procedureOf(said.procedure)),
  'direct-award': ofContract(({ said }) => isDirectAward(said)),
  bids: ofContract(({ said }) => said.bids),
  'open-source-deliverable': (_, { openSourceDeliverable }) => openSourceDeliverable,
}

/** Facts that the project file may decide, by its key. */
const BY_PROJECT_FILE = tableOf<'critical' | 'selfMade'>({
  critical: 'critical', 'self-made': 'selfMade', 'maker-known': 'selfMade', 'public-hand': 'selfMade', control: 'selfMade',
}) // prettier-ignore

/** What shows a fact: the project file's entry, the maker's evidence, the licence's, or the item's own place. */
export function itemEvidence(item: Dossier, fact: string): readonly Evidence[] {
  const key = BY_PROJECT_FILE.get(fact)
  const stated = key && item.projectFile?.[key]
  if (key !== undefined && stated !== undefined) return [{ file: PROJECT_FILE, at: key, says: stated }]
  if (
    /^(maker|maker-kind|product|control|controller|country|in-eea|tier|large-vendor|public-hand|governance)$/.test(fact) &&
    item.maker !== undefined
  )
    return item.maker.evidence
  if (
    /^(licence|licence-stated|licence-known|family|openness|is-software|osi|structural-class)$/.test(fact) &&
    item.licence.evidence.length > 0
  )
    return item.licence.evidence
  return item.seenAt.slice(0, 1).map(({ source, at }) => ({ source, at, says: item.name }))
}

export const VENDOR_FACTS: Readonly<Partial<Record<FactId, (subject: VendorSubject) => FactValue>>> = {
  maker: ({ controller }) => controller.id,
  controller: ({ controller }) => controller.id,
  country: ({ controller }) => controller.country,
  'in-eea': ({ controller }) => inEea(controller.country),
  tier: ({ controller }) => controller.tier,
  'large-vendor': ({ controller }) => large(controller),
  'vendor-share': ({ low, high }) => ({ low, high }),
  'vendor-closed-items': ({ closed }) => closed,
  'bound-items': ({ bound }) => bound,
}
