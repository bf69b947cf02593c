import { tableOf } from './table.ts'

/**
 * Reasons of a direct award that say: only this supplier can deliver. Codes are those of the eForms code list
 * `direct-award-justification` (BT-136); `sc-right` stands for special or exclusive rights of utilities and concessions.
 */
const CODES = new Set(['technical', 'exclusive', 'other-exclusive', 'sc-right', 'existing', 'additional'])

/** The same reasons as German and English lists write them; § 14 Abs. 4 Nr. 2 b, c and Nr. 5 VgV in words. */
const WORDS = [
  'technische gründe', 'technischen gründen', 'technischer gründe', 'technische besonderheit',
  'ausschließlichkeit', 'ausschließliche rechte', 'ausschließlichen rechte', 'ausschließlicher rechte', 'exklusivrecht', 'schutzrecht', 'alleinstellung', 'alleiniger anbieter', 'alleinige anbieterin', 'alleinvertrieb', 'monopol',
  'ergänzungslieferung', 'ergänzende lieferung', 'zusätzliche lieferleistung', 'zusätzliche lieferung', 'zusätzliche leistung',
  'zusatzleistung', 'zusatzlieferung', 'anschlussauftrag', 'folgeauftrag', 'ursprünglichen auftragnehmer', 'ursprüngliche auftragnehmer',
  'technical reasons', 'exclusive right', 'sole supplier', 'single source', 'original supplier', 'original contractor',
] as const // prettier-ignore

/** Awards among public bodies bind nobody to a vendor: § 108 GWB, EfA. */
const PUBLIC = ['in-house', 'inhouse', 'in house', 'public-coop', 'öffentlich-öffentlich', 'interkommunal', '§ 108 gwb', 'verwaltungsvereinbarung', 'efa-', 'einer für alle'] as const // prettier-ignore

/** Small letters, umlauts written out: as people without a German keyboard type them. */
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => SPELT_OUT.get(letter) ?? letter)
const SPELT_OUT = tableOf<string>({ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' })
const LOCK_IN = WORDS.map(folded)
const HARMLESS = PUBLIC.map(folded)

/** Does the stated reason of an award, in words or codes, show that the buyer saw no other supplier? */
export function isLockInReason(said: string | undefined): boolean {
  if (said === undefined) return false
  const text = folded(said)
  if (HARMLESS.some((word) => text.includes(word))) return false
  // a code stands alone or between separators: "additional" inside a sentence is none
  return LOCK_IN.some((word) => text.includes(word)) || text.split(/[;,|/:()]/).some((part) => CODES.has(part.trim()))
}
