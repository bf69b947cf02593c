import type { SaidLicence, SaidLink } from '../../model/item.ts'

export interface RawParty {
  readonly name?: string
  readonly urls: readonly string[]
  /** A contact with a mail address is given. */
  readonly mail?: true
}

/** A component or service as one BOM states it; the JSON and the XML reader both end here. One shape for all: it is made for each of them. */
export class RawComponent {
  type: string | undefined = undefined
  name: string | undefined = undefined
  group: string | undefined = undefined
  version: string | undefined = undefined
  /** Number of the bom-ref among the references of the document. */
  bomRef: number | undefined = undefined
  purl: string | undefined = undefined
  cpe: string | undefined = undefined
  scope: string | undefined = undefined
  publisher: string | undefined = undefined
  author: string | undefined = undefined
  supplier: RawParty | undefined = undefined
  manufacturer: RawParty | undefined = undefined
  provider: RawParty | undefined = undefined
  licences: readonly SaidLicence[] | undefined = undefined
  /** Licences found by analysis (`evidence`), used where none is declared. */
  observed: readonly SaidLicence[] | undefined = undefined
  links: readonly SaidLink[] | undefined = undefined
  /** Fields of TR-03183-2 that were seen and are not kept. */
  bits = 0
}

/** Spec versions that are read. */
export const SPEC_VERSIONS = ['1.2', '1.3', '1.4', '1.5', '1.6', '1.7'] as const

/** Addresses that tell who made it; download places are those of hosts. Nothing is inherited: a type may be called `constructor`. */
export const LINK_KINDS = Object.assign(Object.create(null), { vcs: 'vcs', website: 'website' }) as Readonly<
  Record<string, SaidLink['kind']>
>

/** How much of an embedded licence text is kept: enough to recognise it by its first lines. */
const TEXT_START = 600

/** The members of one licence entry as a statement: id before name before address before text; address and text stay beside a name. */
export function licenceText(
  raw: Partial<Record<'id' | 'name' | 'url' | 'text' | 'encoding', string | undefined>>,
  at: (leaf: string) => string,
): SaidLicence | undefined {
  const body = attachment(raw.text, raw.encoding)
  if (raw.id !== undefined) return { text: raw.id, as: 'id', at: at('/id') }
  if (raw.name !== undefined)
    return {
      text: raw.name,
      as: 'name',
      at: at('/name'),
      ...(raw.url !== undefined && { url: raw.url }),
      ...(body !== undefined && { body }),
    }
  if (raw.url !== undefined) return { text: raw.url, as: 'url', at: at('/url') }
  return body === undefined ? undefined : { text: body, as: 'licence-text', at: at('/text') }
}

/** Parts of an expression with their texts, as the references of a statement; of texts that contradict each other none. */
export function referencesOf(
  parts: readonly (readonly [id: string | undefined, text: string | undefined, encoding: string | undefined])[],
): Pick<SaidLicence, 'references'> {
  const texts = new Map<string, Set<string>>()
  for (const [id, content, encoding] of parts) {
    const text = attachment(content, encoding)?.trim()
    if (id?.includes('LicenseRef-') && text) texts.set(id, (texts.get(id) ?? new Set()).add(text))
  }
  const sure = [...texts].flatMap(([id, [text, ...others]]) => (others.length > 0 ? [] : [[id, text!] as const]))
  return sure.length === 0 ? {} : { references: Object.fromEntries(sure) }
}

function attachment(content: string | undefined, encoding: string | undefined): string | undefined {
  const start = content?.slice(0, TEXT_START * 2)
  return (encoding === 'base64' && start !== undefined ? Buffer.from(start, 'base64').toString('utf8') : start)?.slice(0, TEXT_START)
}
