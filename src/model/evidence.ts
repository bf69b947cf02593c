/** Where something was seen: an input file and a place in it. */
export interface Seen {
  /** Index into the audit's `sources`. */
  readonly source: number
  /** JSON Pointer, `line N`, or `Sheet!N`; see the `ref` rules in docs/audit-json.md. */
  readonly at: string
  /** Line and column in the text, both from 1, where the format has them. */
  readonly line?: number
  readonly column?: number
}

/** A raw value at its place in an input, or an entry of the project file. */
export interface Evidence {
  /** Index into the audit's `sources`; left out where the project file says it. */
  readonly source?: number
  /** The project file, where that says it. */
  readonly file?: string
  /** Place in the input; of the project file the key. */
  readonly at: string
  /** The value as it stands there, untouched. */
  readonly says: string
}

/** The name of the file that something stands in. */
export const fileOfEvidence = (
  { source, file = '' }: { readonly source?: number | undefined; readonly file?: string | undefined },
  sources: readonly { readonly path: string }[],
): string => (source === undefined ? file : (sources[source]?.path ?? ''))

/** Something we conclude, how sure we are (0…0.99), and what shows it. */
export interface Claim<T> {
  readonly value: T
  readonly confidence: number
  /** Ids of the clues that led here, strongest first. */
  readonly by: readonly string[]
  readonly evidence: readonly Evidence[]
}

/** No conclusion is certain: a shown confidence never exceeds this. */
export const MAX_CONFIDENCE = 0.99

/** Something worth knowing about the reading of an input; never an error. `message` is English; reports translate by `code` and `params`. */
export interface Note {
  readonly code: string
  readonly source?: number
  readonly at?: string
  readonly message: string
  readonly params?: Readonly<Record<string, string | number>>
}

/** A published basis of a fact. */
export interface FactSource {
  /** What the source is, in words. */
  readonly what: string
  readonly url?: string
  /** The day on which the fact was last looked at, ISO. */
  readonly date: string
  /** `primary`: the official text or page; `secondary`: a report about it; `common-knowledge`: not looked up again, to be checked before it is relied on. */
  readonly seen: 'primary' | 'secondary' | 'common-knowledge'
}

/** Where an entry of the rules stands, so that every fact can be followed to its line. */
export interface RulePlace {
  readonly file: string
  readonly line: number
}
