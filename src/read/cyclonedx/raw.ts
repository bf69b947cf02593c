import type { SaidLicence, SaidLink } from '../../model/item.ts'
import { beginningOf, withWholeTexts, type PartsSaid } from '../../model/whole-text.ts'
import { keptText } from '../licence-text.ts'

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
  /** Licences found by analysis (`evidence`). */
  observed: readonly SaidLicence[] | undefined = undefined
  /** Addresses of licences among the external references. */
  linked: readonly SaidLicence[] | undefined = undefined
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

/** Statements of one list, of which those that say the same again are left out. */
export class Statements {
  /** A list that has grown keeps room for more; these are kept for every component. */
  get all(): SaidLicence[] {
    return this.said.slice()
  }

  get isEmpty(): boolean {
    return this.said.length === 0
  }

  private readonly said: SaidLicence[] = []
  /** Only long lists are looked through. */
  private known: Set<string> | undefined

  /** NONE is SPDX's word, no licence of CycloneDX: it comes from tools and converters that found nothing. */
  add(said: SaidLicence): void {
    const one: SaidLicence = said.text === 'NONE' ? { ...said, absent: true } : said
    if (this.said.length >= SHORT_LIST && this.isKnown(one)) return
    this.said.push(one)
  }

  private isKnown(one: SaidLicence): boolean {
    this.known ??= new Set(this.said.flatMap((before) => keyOf(before) ?? []))
    const key = keyOf(one)
    if (key === undefined || this.known.has(key)) return key !== undefined
    this.known.add(key)
    return false
  }
}

const SHORT_LIST = 16

/** `undefined` of a statement with something beside it. */
function keyOf({ text, as, acknowledgement, url, body, references, texts, addresses }: SaidLicence): string | undefined {
  const isPlain = [url, body, references, texts, addresses].every((beside) => beside === undefined)
  return isPlain ? `${as} ${acknowledgement ?? ''} ${text}` : undefined
}

/** The address of a licence, given beside a component. */
export const licenceLink = (url: string, at: string): SaidLicence => ({ text: url, as: 'url', at, observed: true })

/**
 * The members of one licence entry as a statement: id before name before address before text; address and text stay beside. A name
 * beside an id, which no schema allows, is a title of the text.
 */
export function licenceText(
  raw: Partial<Record<'id' | 'name' | 'url' | 'text' | 'encoding', string | undefined>>,
  at: (leaf: string) => string,
): SaidLicence | undefined {
  const { id, name, url } = raw
  if (id !== undefined && raw.text === undefined && name === undefined)
    return url === undefined ? { text: id, as: 'id', at: at('/id') } : { text: id, as: 'id', at: at('/id'), url }
  const text = attachment(raw.text, raw.encoding)
  const body = id === undefined || name === undefined || name === id ? text : keptText(text === undefined ? name : `${name}\n\n${text}`)
  const shown = { ...(url !== undefined && { url }), ...(body !== undefined && { body: beginningOf(body) }) }
  if (id !== undefined) return withBody({ text: id, as: 'id', at: at('/id'), ...shown }, body)
  if (name !== undefined) return withBody({ text: name, as: 'name', at: at('/name'), ...shown }, body)
  if (url !== undefined)
    return withBody({ ...(body !== undefined && { body: beginningOf(body) }), text: url, as: 'url', at: at('/url') }, body)
  return body === undefined ? undefined : withBody({ text: beginningOf(body), as: 'licence-text', at: at('/text') }, body)
}

function withBody(said: SaidLicence, body: string | undefined): SaidLicence {
  return body === undefined ? said : withWholeTexts(said, { body })
}

/** What `expressionDetails` says about one part of an expression. */
export type RawDetail = Partial<Record<'id' | 'text' | 'encoding' | 'url', string | undefined>>

/** Parts of an expression with their texts and addresses; of several texts of one part all count, so that none makes it more open than another. */
export function partsOf(details: readonly RawDetail[]): PartsSaid {
  const references: Record<string, string> = {}
  const texts: Record<string, string> = {}
  const addresses: Record<string, string[]> = {}
  for (const [id, all] of Map.groupBy(details, (one) => one.id ?? '')) {
    const said = [...new Set(all.flatMap(({ text, encoding }) => attachment(text, encoding)?.trim() || []))]
    const urls = all.flatMap(({ url }) => url || [])
    if (!/(?:LicenseRef|AdditionRef)-/.test(id)) {
      if (id !== '' && said.length > 0) texts[id] = said.join('\n\n')
      continue
    }
    if (said.length > 0) references[id] = keptText(said.join('\n\n'))
    if (urls.length > 0) addresses[id] = urls
  }
  return { references, texts, addresses }
}

function attachment(content: string | undefined, encoding: string | undefined): string | undefined {
  if (content === undefined) return undefined
  return keptText(encoding === 'base64' ? Buffer.from(content, 'base64').toString('utf8') : content)
}
