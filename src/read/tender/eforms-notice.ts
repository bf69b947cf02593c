import type { NoticeNames } from '../../model/ports.ts'
import type { XmlElement } from '../xml/elements.ts'
import { saying } from './line.ts'
import { all, first, inLanguage, textAt } from './xml.ts'

/** What is kept of a notice while it streams by. */
export interface Notice {
  id?: string | undefined
  language?: string | undefined
  type?: string | undefined
  version?: string | undefined
  /** Its own, not that of its format. */
  edition?: string | undefined
  published?: string | undefined
  corrects?: string | undefined
  result?: XmlElement | undefined
  readonly organisations: XmlElement[]
  project?: XmlElement | undefined
  process?: XmlElement | undefined
  readonly lots: Map<string, XmlElement>
}

/** Codes of withheld fields (BT-195): notice value, tender value, submissions received, procedure type. */
export const MASKS = { total: 'not-val', tender: 'win-ten-val', count: 'rec-sub-cou', procedure: 'pro-typ' } as const

/** Whether a field of this element is withheld; its value is then a dummy. */
export function hides(element: XmlElement | undefined, code: string): boolean {
  return all(element, 'FieldsPrivacy', 'FieldIdentifierCode').some(({ text }) => text.trim() === code)
}

/** Takes over one child of the root. */
export function takeOver(notice: Notice, element: XmlElement): void {
  if (element.name === 'UBLExtensions') {
    const eforms = first(element, 'UBLExtension', 'ExtensionContent', 'EformsExtension')
    notice.result = first(eforms, 'NoticeResult') ?? notice.result
    notice.corrects ??= textAt(eforms, 'Changes', 'ChangedNoticeIdentifier')
    notice.published ??= textAt(eforms, 'Publication', 'NoticePublicationID')
    for (const organisation of all(eforms, 'Organizations', 'Organization')) notice.organisations.push(organisation)
  } else if (element.name === 'ID') notice.id ??= element.text.trim()
  else if (element.name === 'CustomizationID') notice.version ??= element.text.trim()
  else if (element.name === 'VersionID') notice.edition ??= element.text.trim()
  else if (element.name === 'NoticeTypeCode') notice.type ??= element.text.trim()
  else if (element.name === 'NoticeLanguageCode') notice.language ??= element.text.trim()
  else if (element.name === 'ProcurementProject') notice.project ??= element
  else if (element.name === 'TenderingProcess') notice.process ??= element
  else if (element.name === 'ProcurementProjectLot') {
    const id = textAt(element, 'ID')
    if (id !== undefined) notice.lots.set(id, element)
  }
}

/** How it is named among others; `undefined` without an id. */
export function noticeNames({ id, edition, published, corrects }: Notice): NoticeNames | undefined {
  if (id === undefined) return undefined
  const version = /^\d+$/.test(edition ?? '') ? Number(edition) : undefined
  return {
    id,
    ...(version !== undefined && { version }),
    ...(published !== undefined && { published }),
    ...(corrects !== undefined && { corrects }),
  }
}

/** ORG id → name; `null` for a natural person, whose name is not kept. */
export function namesOf({ organisations, language }: Notice): ReadonlyMap<string, string | null> {
  const names = new Map<string, string | null>()
  for (const organisation of organisations) {
    const id = textAt(organisation, 'Company', 'PartyIdentification', 'ID')
    if (id === undefined) continue
    const person = textAt(organisation, 'NaturalPersonIndicator') === 'true'
    const name = saying(inLanguage(all(organisation, 'Company', 'PartyName', 'Name'), language))
    if (person) names.set(id, null)
    else if (name !== undefined) names.set(id, name)
  }
  return names
}

/** Code and words of BT-136 and BT-135; reasons for haste have another list name. */
export function awardReason({ process, language }: Notice): string | undefined {
  for (const justification of all(process, 'ProcessJustification')) {
    const code = first(justification, 'ProcessReasonCode')
    if (code?.attributes['listName'] !== 'direct-award-justification') continue
    const said = [saying(code.text), saying(inLanguage(all(justification, 'ProcessReason'), language))].filter((one) => one !== undefined)
    if (said.length > 0) return said.join('; ')
  }
  return undefined
}
