import type { SaidLicence } from './item.ts'

const WHOLE = Symbol('whole texts')

/** Texts of which a statement shows the beginning: that beside it or its own, and those of the parts of an expression. */
export interface WholeTexts {
  readonly body?: string
  readonly references?: Readonly<Record<string, string>>
  readonly texts?: Readonly<Record<string, string>>
}

/** What a document says about parts of an expression, by their ids: names or texts, texts beside names or ids, and addresses. */
export interface PartsSaid {
  readonly references?: Readonly<Record<string, string>> | undefined
  readonly texts?: Readonly<Record<string, string>> | undefined
  readonly addresses?: Readonly<Record<string, readonly string[]>> | undefined
}

/** Of a longer licence text no more than this stands in documents. */
const SHOWN = 600

/** As much of a licence text as a statement shows; what is cut off ends in three dots. */
export const beginningOf = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text)

/** Keeps whole texts beside a statement and its copies while an audit is made. They are written into no document. */
export function withWholeTexts(said: SaidLicence, texts: WholeTexts): SaidLicence {
  const all = [texts.body, ...Object.values(texts.references ?? {}), ...Object.values(texts.texts ?? {})]
  return all.some((text) => text !== undefined && text.length > SHOWN) ? Object.assign({ ...said }, { [WHOLE]: texts }) : said
}

export function wholeTextsOf(said: SaidLicence): WholeTexts {
  return (said as { readonly [WHOLE]?: WholeTexts })[WHOLE] ?? {}
}

/** A statement with what its document says about the parts of it; what is empty is left out. */
export function withParts(said: SaidLicence, { references, texts, addresses }: PartsSaid): SaidLicence {
  const whole: WholeTexts = { ...(holds(references) && { references }), ...(holds(texts) && { texts }) }
  const shown = Object.fromEntries(Object.entries(whole).map(([kind, all]) => [kind, beginnings(all)]))
  return withWholeTexts({ ...said, ...shown, ...(holds(addresses) && { addresses }) }, whole)
}

function beginnings(all: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(all).map(([id, text]) => [id, beginningOf(text)]))
}

function holds<T extends object>(parts: T | undefined): parts is T {
  return parts !== undefined && Object.keys(parts).length > 0
}
