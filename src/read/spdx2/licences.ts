import type { SaidLicence } from '../../model/item.ts'
import { withReferences } from '../../model/whole-text.ts'
import { keptText } from '../licence-text.ts'
import { stated, type RawLicence } from './raw.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

const REFERENCE = /(?:DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-[A-Za-z0-9.-]+/g
/** How Tern introduces what it found. */
const WRAPPED = /^Original licen[cs]e:\s*/i

/** Licence statements, one object for each distinct text, and what the document says about its `LicenseRef-`s. */
export class Licences {
  private readonly known = new Map<string, Mutable<SaidLicence>>()
  private readonly own = new Map<string, string>()

  /** A statement; `undefined` where nothing is stated. `NONE` is a statement. */
  said(text: string | undefined, acknowledgement: 'declared' | 'concluded', at?: string): SaidLicence | undefined {
    const value = stated(text)
    if (value === undefined) return undefined
    const key = `${acknowledgement} ${value}`
    let licence = this.known.get(key)
    if (licence === undefined)
      this.known.set(key, (licence = { text: value, as: 'expression', acknowledgement, ...(at !== undefined && { at }) }))
    return licence
  }

  /** The name of a licence that is the document's own, or else its text. */
  define({ id, name, text }: RawLicence): void {
    if (id === undefined || this.own.has(id)) return
    const named = stated(name)
    const words = named === undefined || named === 'NONE' || named === id || named.startsWith('LicenseRef-') ? stated(text) : named
    if (words !== undefined) this.own.set(id, keptText(words.replace(WRAPPED, '')))
  }

  /** Puts beside every statement what the document says about the references in it. Call at the end. */
  resolve(): void {
    for (const licence of this.known.values()) {
      const entries = (licence.text.match(REFERENCE) ?? []).flatMap((id) => {
        const words = this.own.get(id)
        return words === undefined ? [] : [[id, words] as const]
      })
      if (entries.length > 0) Object.assign(licence, withReferences(licence, Object.fromEntries(entries)))
    }
  }
}
