import type { LicenceExplanation } from '../../licences.ts'
import type { StructuralClass } from '../../model/dossier.ts'
import type { Openness } from '../../model/register.ts'
import type { Language, Words } from '../../model/words.ts'
import { speaker } from '../../report/words/say.ts'
import { list } from './table.ts'

const WORDS = {
  read: { de: 'gelesen als', en: 'read as' },
  nothing: { de: 'nicht lesbar', en: 'cannot be read' },
  silent: { de: 'sagt nichts über die Lizenz', en: 'says nothing about the licence' },
  family: { de: 'Lizenzfamilie', en: 'licence family' },
  openness: { de: 'Offenheit', en: 'openness' },
  osi: { de: 'von der OSI anerkannt', en: 'approved by the OSI' },
  confidence: { de: 'Sicherheit der Lesung', en: 'confidence of the reading' },
  range: { de: 'liegt zwischen', en: 'lies between' },
  and: { de: 'und', en: 'and' },
  steps: { de: 'Schritte', en: 'steps' },
  parts: { de: 'Teile', en: 'parts' },
  classes: { de: 'Strukturklasse', en: 'structural class' },
  freedoms: { de: 'Angelehnt an § 16a EGovG', en: 'Along § 16a EGovG' },
  source: { de: 'Quelltext öffentlich', en: 'source public' },
  use: { de: 'Verwendung', en: 'use' },
  change: { de: 'Veränderung', en: 'change' },
  passOn: { de: 'Weitergabe', en: 'passing on' },
  yes: { de: 'ja', en: 'yes' },
  limited: { de: 'eingeschränkt', en: 'limited' },
  no: { de: 'nein', en: 'no' },
  unknown: { de: 'unbekannt', en: 'unknown' },
} as const satisfies Record<string, Words>

/** The steps of a reading, in the order in which they are tried. */
const STEPS: Readonly<Record<LicenceExplanation['steps'][number]['step'], Words>> = {
  silence: { de: 'keine Aussage', en: 'no statement' },
  exact: { de: 'SPDX-Ausdruck', en: 'SPDX expression' },
  case: { de: 'SPDX in anderer Schreibung', en: 'SPDX in another case' },
  name: { de: 'voller Name', en: 'full name' },
  url: { de: 'Webadresse', en: 'web address' },
  alias: { de: 'bekannte Schreibweise', en: 'known way of writing' },
  compound: { de: 'Verbindung mehrerer', en: 'several together' },
  text: { de: 'Lizenztext', en: 'text of the licence' },
  veto: { de: 'Einschränkung', en: 'restriction' },
  spelling: { de: 'Schreibfehler', en: 'misspelling' },
}

/** What the openness means by the yardstick of § 16a EGovG. */
const YARDSTICK: Readonly<Record<Openness, Words>> = {
  open: { de: 'offen, hat Vorrang', en: 'open, goes first' },
  restricted: { de: 'nicht offen, die Lizenz schränkt ein', en: 'not open, the licence restricts' },
  proprietary: { de: 'nicht offen', en: 'not open' },
  unknown: { de: 'nicht bestimmbar', en: 'cannot be told' },
  'not-applicable': { de: 'nicht anwendbar', en: 'does not apply' },
}

const CLASSES: Readonly<Record<StructuralClass, Words>> = {
  A: { de: 'Copyleft, Rechte auf viele verteilt', en: 'copyleft, rights spread over many' },
  B: { de: 'Copyleft, ein Rechteinhaber', en: 'copyleft, one holder of the rights' },
  'A/B': {
    de: 'Copyleft; A bei verteilten Rechten, B bei einem einzigen Inhaber',
    en: 'copyleft; A where the rights are spread, B with a single holder',
  },
  C: { de: 'freizügig, Abwandlungen dürfen geschlossen werden', en: 'permissive, derivatives may be closed' },
  D: { de: 'nicht offen, Hersteller mit Sitz in EU oder EWR', en: 'not open, maker seated within EU or EEA' },
  E: { de: 'nicht offen, Hersteller mit Sitz außerhalb', en: 'not open, maker seated outside' },
  '?': { de: 'nicht bestimmbar', en: 'cannot be told' },
}

/** The reading in order: steps tried, what was found, and what it allows. A measurement, no legal opinion. */
export function licenceText(found: LicenceExplanation, language: Language): string {
  const { term } = speaker(language)
  const say = (key: keyof typeof WORDS) => WORDS[key][language]
  const taken = found.steps.findLast(({ found: expression }) => expression !== undefined)
  const silent = found.by.includes('silence')
  const osi = found.osi === 'unknown' ? say('unknown') : say(found.osi ? 'yes' : 'no')
  const freedoms = (['source', 'use', 'change', 'passOn'] as const).map((key) => [say(key), say(found.freedoms[key])])
  const steps = found.steps.map(({ step, found: expression }) => `${STEPS[step][language]} ${expression === undefined ? '–' : '✓'}`)
  const parts = found.parts.map(({ text, family, openness }) => [text, term('family', family), term('openness', openness)])
  return [
    `${found.text}`,
    `  ${silent ? say('silent') : taken?.found === undefined ? say('nothing') : `${say('read')} ${taken.found} (${STEPS[taken.step][language]})`}`,
    `  ${say('family')}: ${term('family', found.family)}; ${say('openness')}: ${term('openness', found.openness)}; ${say('osi')}: ${osi}`,
    ...(found.range === undefined ? [] : [`  ${say('openness')} ${say('range')} ${term('openness', found.range[0])} ${say('and')} ${term('openness', found.range[1])}`]), // prettier-ignore
    `  ${say('confidence')}: ${Math.round(100 * found.confidence)} %; ${say('steps')}: ${steps.join(', ')}`,
    `${say('freedoms')}: ${YARDSTICK[found.openness][language]}`,
    list(freedoms, '  '),
    `${say('classes')}:`,
    list(found.classes.map((one) => [one, CLASSES[one][language]]), '  '), // prettier-ignore
    ...(parts.length > 1 ? [`${say('parts')}:`, list(parts, '  ')] : []),
  ].join('\n')
}
