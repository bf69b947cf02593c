import { TR03183_FIELDS, TR03183_VERSION, type Tr03183, type Tr03183FieldId } from '../../model/tr03183.ts'

const IDS = Object.keys(TR03183_FIELDS) as Tr03183FieldId[]
const COMPONENT_IDS = IDS.filter((id) => TR03183_FIELDS[id].level === 'component')
/** Known only when the whole document is read: all components have them but those that are said to lack them. */
const LATE = ['dependencies', 'completeness'] as const satisfies readonly Tr03183FieldId[]
const EXAMPLES = 3

/** One bit for each field of a component. */
export const BIT = Object.fromEntries(IDS.map((id) => [id, 1 << (COMPONENT_IDS.indexOf(id) + 1)])) as Readonly<
  Record<Tr03183FieldId, number>
>
const LATE_BITS = LATE.reduce((bits, id) => bits | BIT[id], 0)

/** What a document says about itself. */
export interface SbomSays {
  creator?: boolean
  timestamp?: boolean
  uri?: boolean
  vulnerabilities?: boolean
}

/** Counts the fields of TR-03183-2 while an SBOM is read: bits of one component at a time, nothing is kept of it but three places a field. */
export class Tally {
  readonly says: SbomSays = {}
  private of = 0
  /** Number of components by the bits they have. */
  private readonly patterns = new Map<number, number>()
  private readonly missing = new Map<Tr03183FieldId, string[]>(COMPONENT_IDS.map((id) => [id, []]))
  private readonly lacking = { dependencies: 0, completeness: 0 }
  /** Fields that still lack examples. */
  private open = COMPONENT_IDS.reduce((bits, id) => bits | BIT[id], 0)

  component(seen: number, at: string): void {
    const bits = seen | LATE_BITS
    this.of++
    this.patterns.set(bits, (this.patterns.get(bits) ?? 0) + 1)
    if ((this.open & ~bits) !== 0) this.example(bits, at)
  }

  /** One component lacks what only the end of the document shows. */
  lacks(id: (typeof LATE)[number], at: string): void {
    this.lacking[id]++
    if ((this.open & BIT[id]) !== 0) this.example(~BIT[id], at)
  }

  result(format: Tr03183['format']): Tr03183 {
    const once: Readonly<Record<string, boolean | undefined>> = {
      'sbom-creator': this.says.creator,
      timestamp: this.says.timestamp,
      'sbom-uri': this.says.uri,
      'no-vulnerabilities': this.says.vulnerabilities !== true,
    }
    const fields = IDS.map((id) => {
      const counted = TR03183_FIELDS[id].level === 'component'
      return {
        id,
        ...TR03183_FIELDS[id],
        met: counted
          ? this.met(BIT[id]) - (id === 'dependencies' || id === 'completeness' ? this.lacking[id] : 0)
          : Number(once[id] === true),
        of: counted ? this.of : 1,
        missing: this.missing.get(id) ?? [],
      }
    })
    return { version: TR03183_VERSION, format, fields }
  }

  private met(bit: number): number {
    let sum = 0
    for (const [bits, count] of this.patterns) if ((bits & bit) !== 0) sum += count
    return sum
  }

  private example(bits: number, at: string): void {
    for (const [id, places] of this.missing) {
      if ((this.open & ~bits & BIT[id]) === 0) continue
      places.push(at)
      if (places.length === EXAMPLES) this.open &= ~BIT[id]
    }
  }
}

/** An address of the web or of mail, as the guideline wants the creator to have one. */
export function isContact(text: string | undefined): boolean {
  return text !== undefined && (/^(?:https?:\/\/|mailto:)\S+\.\S+/i.test(text) || /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(text))
}

/** The serial number of a CycloneDX document, from which its URI is made. */
export function isSerialNumber(text: string | undefined): boolean {
  return text !== undefined && /^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}

/** A moment with day and time (RFC 3339). */
export function isMoment(text: string | undefined): boolean {
  return text !== undefined && /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/.test(text)
}

/** Whether a version such as `1.6` or `3.0.1` is at least the other. */
export function atLeast(version: string | undefined, least: readonly number[]): boolean {
  const parts = (version ?? '').split('.').map(Number)
  const at = least.findIndex((number, index) => (parts[index] ?? 0) !== number)
  return at < 0 || (parts[at] ?? 0) > least[at]!
}
