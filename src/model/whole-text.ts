import type { SaidLicence } from './item.ts'

const WHOLE = Symbol('whole texts')

/** Texts of which a statement shows the beginning: that beside it or its own, and those of its references. */
export interface WholeTexts {
  readonly body?: string
  readonly references?: Readonly<Record<string, string>>
}

/** Of a longer licence text no more than this stands in documents. */
const SHOWN = 600

/** As much of a licence text as a statement shows; what is cut off ends in three dots. */
export const beginningOf = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text)

/** Keeps whole texts beside a statement and its copies while an audit is made. They are written into no document. */
export function withWholeTexts(said: SaidLicence, texts: WholeTexts): SaidLicence {
  const all = [texts.body, ...Object.values(texts.references ?? {})]
  return all.some((text) => text !== undefined && text.length > SHOWN) ? Object.assign({ ...said }, { [WHOLE]: texts }) : said
}

export function wholeTextsOf(said: SaidLicence): WholeTexts {
  return (said as { readonly [WHOLE]?: WholeTexts })[WHOLE] ?? {}
}

/** A statement with what its document says about the references in it. */
export function withReferences(said: SaidLicence, texts: Readonly<Record<string, string>> | undefined): SaidLicence {
  if (texts === undefined) return said
  const references = Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, beginningOf(text)]))
  return withWholeTexts({ ...said, references }, { references: texts })
}
