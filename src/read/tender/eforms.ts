import type { Bytes, Head, Reader, Reading, ReadOptions } from '../../model/ports.ts'
import { Problem } from '../../model/problem.ts'
import { readElements, type XmlShape } from '../xml/elements.ts'
import { rootOf } from '../xml/root.ts'
import { addWins } from './eforms-awards.ts'
import { noticeNames, takeOver, type Notice } from './eforms-notice.ts'
import { Lines } from './line.ts'

const UBL = 'urn:oasis:names:specification:ubl:schema:xsd:'
const EFORMS = 'http://data.europa.eu/p27/eforms-'
/** Roots of eForms; only the first can tell that something was bought. */
const ROOTS = ['ContractAwardNotice', 'ContractNotice', 'PriorInformationNotice', 'BusinessRegistrationInformationNotice'] as const
const NAMESPACES = new Set([
  ...ROOTS.map((root) => `${UBL}${root}-2`),
  'http://data.europa.eu/p27/eforms-business-registration-information-notice/1',
  `${UBL}CommonAggregateComponents-2`,
  `${UBL}CommonBasicComponents-2`,
  `${UBL}CommonExtensionComponents-2`,
  `${EFORMS}ubl-extension-aggregate-components/1`,
  `${EFORMS}ubl-extension-basic-components/1`,
  `${EFORMS}ubl-extensions/1`,
])
/** Vocabularies of the time before eForms, by their root element. */
const OLDER: readonly (readonly [RegExp, string])[] = [
  [/^TED_(?:EXPORT|ESENDERS)$/, 'TED XML (R2.0.9)'],
  [/^KD_8_\d/, 'Kerndaten (AT)'],
]

const SHAPE: XmlShape = {
  namespace: (uri) => NAMESPACES.has(uri),
  // persons, and what is long and not needed
  skip: new Set(['Contact', 'TouchPoint', 'UltimateBeneficialOwner', 'PostalAddress', 'TenderingTerms', 'StrategicProcurement', 'AppealRequestsStatistics', 'SubcontractingTerm', 'RealizedLocation']), // prettier-ignore
  streams: new Set(ROOTS),
}

/** eForms notices, https://docs.ted.europa.eu/eforms/latest/. Older vocabularies are recognised and refused by name. */
export const eformsReader: Reader = { id: 'eforms', label: 'eForms XML', recognise, read }

function recognise({ text }: Head): boolean {
  const root = rootOf(text)
  return root !== undefined && ((isRoot(root.name) && NAMESPACES.has(root.uri)) || olderName(root.name) !== undefined)
}

const isRoot = (name: string): boolean => (ROOTS as readonly string[]).includes(name)
const olderName = (name: string): string | undefined => OLDER.find(([pattern]) => pattern.test(name))?.[1]

function read(bytes: Bytes, { limits }: ReadOptions): Reading {
  refuseOlder(bytes)
  const notice: Notice = { organisations: [], lots: new Map() }
  let root = ''
  const encoding = readElements(bytes, limits, SHAPE, ({ name }) => (root = name), (element) => {
    takeOver(notice, element)
    if (notice.lots.size > limits.components) throw new Problem('E3104', { limit: limits.components }, { file: bytes.path, line: element.line, column: element.column })
  }) // prettier-ignore
  const lines = new Lines()
  if (root === 'ContractAwardNotice') addWins(notice, lines)
  else lines.unusable++
  const names = noticeNames(notice)
  return { ...lines.reading('eforms', 'line', notice.version), encoding, ...(names && { notices: [names] }) }
}

function refuseOlder(bytes: Bytes): void {
  const buffer = new Uint8Array(Math.min(1 << 16, bytes.size))
  const name = rootOf(new TextDecoder('latin1').decode(buffer.subarray(0, bytes.read(buffer, 0))))?.name ?? ''
  const format = olderName(name)
  if (format !== undefined) throw new Problem('E3601', { format }, { file: bytes.path })
}
