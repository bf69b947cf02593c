import type { Audit } from './audit.ts'
import type { Keep } from './brief.ts'
import type { Comparison } from './comparison.ts'
import type { Note } from './evidence.ts'
import type { Field, Item, RootComponent } from './item.ts'
import type { Tr03183 } from './tr03183.ts'
import type { Language } from './words.ts'

/** The bytes of one input. Synchronous: readers pull them in windows. */
export interface Bytes {
  /** As shown to people and written to the audit: relative, `/` as separator, `-` for standard input. */
  readonly path: string
  readonly size: number
  /** Fills `into` from `position` in the file; returns the number of bytes, 0 at the end. */
  read(into: Uint8Array, position: number): number
  /** Everything at once; throws the file limit's error above it. */
  whole(): Uint8Array
  /** To go back means to begin anew: nothing is read again but for a good reason. */
  readonly onward?: true
}

/** Upper bounds of what is read; each has a flag (docs/limits.md). */
export interface Limits {
  readonly fileBytes: number
  readonly depth: number
  readonly components: number
  readonly stringBytes: number
  readonly recordBytes: number
  readonly columns: number
  /** Of archives and workbooks; left out they are those of docs/limits.md. */
  readonly inflatedBytes?: number
  readonly inflationRatio?: number
  readonly parts?: number
  readonly cells?: number
  readonly textBytes?: number
}

export interface ReadOptions {
  readonly limits: Limits
  /** Content of the mapping file given with `--map`, if any. */
  readonly mapping?: ColumnMapping
  /** Day of the audit: of a list's columns for several years its year counts. */
  readonly asOf?: string
  /** Called now and then with the bytes read so far. */
  readonly progress?: (bytes: number) => void
  /** Of a reader that can read a component once more: what is kept of each. */
  readonly keep?: Keep
}

/** Column heading → field, and what cannot be seen from a list. */
export interface ColumnMapping {
  readonly columns: Readonly<Record<string, string>>
  readonly numbers?: 'de' | 'en'
  readonly dates?: 'dmy' | 'mdy' | 'ymd'
  readonly currency?: string
  readonly basis?: 'net' | 'gross'
  readonly kind?: string
  readonly delimiter?: string
  readonly encoding?: string
  /** Number of the heading's line, from 1. */
  readonly headerLine?: number
}

/** What an SPDX document says about a licence of its own. */
export interface OwnLicence {
  /** Its name, or without one its text. */
  readonly words: string | undefined
  /** The text beside the name. */
  readonly text: string | undefined
  readonly addresses: readonly string[]
}

/** What a licence comes to as an expression, with what its document says about parts of that. */
export interface StatedLicence {
  readonly text: string
  readonly parts: ReadonlyMap<string, OwnLicence>
}

/** Licences by what other documents call them: by the address of their document and their id there, or by an address of their own. */
export interface LicencesElsewhere {
  own(address: string, id: string): OwnLicence | undefined
  stated(address: string): StatedLicence | undefined
}

/** Licences of one document that another one may name, and those of others that it names. */
export interface LinkedLicences {
  own(id: string): OwnLicence | undefined
  /** Of those that have addresses of their own (SPDX 3). */
  readonly addresses?: Iterable<string>
  /** One of these. What in it is described elsewhere again is looked for there. */
  stated?(address: string, elsewhere: LicencesElsewhere): StatedLicence | undefined
  /** Puts beside the statements what other documents know about licences; returns those that none knows. */
  link(elsewhere: LicencesElsewhere): readonly string[]
}

/** A relationship between elements of several documents, each named by the address of its document, `#` and its own id, or by its own address. */
export interface Tie {
  readonly from: string
  readonly to: string
  readonly edge: 'depends' | 'contains' | 'made-of'
  /** Its document does not say that one end is elsewhere: what is in no document that is given is nowhere. */
  readonly unsaid?: true
}

/** What one reader makes of one file: statements only, nothing concluded. `source` of items and notes is set by the caller. */
export interface Reading {
  readonly format: string
  readonly specVersion?: string
  readonly generator?: string
  readonly encoding: string
  readonly notation: 'pointer' | 'line' | 'cell'
  readonly fields: Readonly<Partial<Record<Field, string>>>
  readonly subject?: RootComponent
  readonly items: Item[]
  readonly rejected: number
  readonly unusable: number
  readonly notes: Note[]
  /** SPDX only: the address of the document, and the relationships that lead to others. */
  readonly address?: string
  /** Whether the refs of its items are addresses themselves. */
  readonly isAddressed?: true
  readonly ties?: readonly Tie[]
  readonly licences?: LinkedLicences
  /** SBOMs only: the fields of BSI TR-03183-2. */
  readonly tr03183?: Tr03183
  /** Notices only: what tells them and their versions apart; what is not said is left out. */
  readonly notices?: readonly NoticeNames[]
}

/** How a notice is named, and which one it corrects. */
export interface NoticeNames {
  readonly id: string
  readonly version?: number
  /** Its number in the Official Journal: `123456-2025`. */
  readonly published?: string
  /** The corrected notice: its number in the Official Journal, or its id with its version: `…-01`. */
  readonly corrects?: string
}

/** One input format. `recognise` looks at the head (up to 64 KiB, decoded as far as possible) and at nothing else. */
export interface Reader {
  readonly id: string
  readonly label: string
  recognise(head: Head): boolean
  read(bytes: Bytes, options: ReadOptions): Reading
}

/** The beginning of a file, for detection by content. */
export interface Head {
  readonly bytes: Uint8Array
  readonly text: string
  readonly encoding: string
  readonly size: number
  /** Member names on the outermost level of a JSON object, with the values of those strings that tell it (else ''). */
  readonly json?: ReadonlyMap<string, string>
  /** Names of the parts of a ZIP archive, with the text of `mimetype` (else ''). */
  readonly parts?: ReadonlyMap<string, string>
  /** Names of the streams of a compound file (Office 97–2003), one after the other. */
  readonly streams?: string
}

/** One stored audit as `history` shows it. */
export interface StoredAudit {
  readonly number: number
  readonly project: string
  readonly asOf: string
  readonly best: number | null
  readonly worst: number | null
  readonly provisional: boolean
  readonly set: string
  readonly rulesSha256: string
  readonly toolVersion: string
  readonly items: number
  readonly findings: number
  readonly figures: readonly { readonly id: string; readonly basis: string; readonly low: number; readonly high: number }[]
}

export interface Store {
  /** Adds the audit, or replaces the one of the same project, day, inputs and rules. Returns its number. */
  save(audit: Audit): number
  history(project?: string): readonly StoredAudit[]
  /** The newest audit, of a project or of all, of one day or before one: that of the latest day, and of several of a day the one saved last. */
  newest(project?: string, when?: { readonly on?: string; readonly before?: string }): Audit | undefined
  load(number: number): Audit | undefined
  projects(): readonly string[]
  /** Fingerprints of a project's findings in every audit of a day before this one. */
  foundBefore(project: string, asOf: string): ReadonlySet<string>
  close(): void
}

/** What people add to a report. The tool writes none of it; what is left out is printed as an empty slot. */
export interface Editorial {
  /** Default `draft`. */
  readonly status?: 'draft' | 'provisional' | 'final'
  /** A role or an office, never a person. */
  readonly editor?: string
  /** File number (Aktenzeichen), where the project file names none or another. */
  readonly fileNumber?: string
  /** Sentences of the proposed resolution (Beschlussvorschlag). */
  readonly resolution?: readonly string[]
  /** Comments of the audited body (Stellungnahmen), by fingerprint. */
  readonly responses?: Readonly<Record<string, string>>
}

/** A command as a shell takes it; without the shell's name where every shell of the system takes the same. */
export interface ShellCommand {
  readonly line: string
  readonly shell?: string
}

/** A condition that a gate fails by, or because of which it cannot be assessed, as CI systems list it beside the findings. */
export interface FailedCondition {
  /** Of the condition, or of the message where there is nothing to assess: `explain` knows both. */
  readonly id: string
  readonly effect: 'fails' | 'not-assessable'
  readonly title: string
  /** What it came to, and why. */
  readonly text: string
  /** A file that is there, to show it at. */
  readonly path: string
  /** The same in every run of the project: 32 hex digits. */
  readonly fingerprint: string
}

export interface ReportOptions {
  readonly language: Language
  /** With the audit before this one; made by compare.ts. */
  readonly comparison?: Comparison
  readonly history?: readonly StoredAudit[]
  /** The command that reproduces this report, for each shell that may be meant. */
  readonly commands?: readonly ShellCommand[]
  readonly editorial?: Editorial
  /** Of a gate: what it fails by, fingerprints among it. */
  readonly failedBy?: ReadonlySet<string>
  /** Of a gate: the conditions it fails by, and those because of which it cannot be assessed. Some of them rest on no finding. */
  readonly failedConditions?: readonly FailedCondition[]
  /** From the name of a file in the audit to its path from the root of the repository, as CI systems look for it; `..` or `~` at its beginning: it lies outside. */
  readonly inRepository?: (path: string) => string
  /** Print the appendices with their full lists too; they are left out of the print otherwise. */
  readonly printAppendix?: boolean
}

/** Audit → text, in pieces so that no document has to fit into one string. Judges nothing, writes nothing. */
export interface Reporter {
  readonly id: string
  readonly extension: string
  render(audit: Audit, options: ReportOptions): Iterable<string> | Promise<Iterable<string>>
}
