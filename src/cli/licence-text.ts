import type { LicenceExplanation } from '../licences.ts'
import type { Language, Words } from '../model/words.ts'
import { speaker } from '../report/words/say.ts'
import { list } from './table.ts'

const WORDS = {
  read: { de: 'gelesen als', en: 'read as' },
  nothing: { de: 'nicht lesbar', en: 'cannot be read' },
  family: { de: 'Lizenzfamilie', en: 'licence family' },
  openness: { de: 'Offenheit', en: 'openness' },
  classes: { de: 'Strukturklasse', en: 'structural class' },
  steps: { de: 'Schritte', en: 'steps' },
  parts: { de: 'Teile', en: 'parts' },
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

/** The reading in order: steps tried, what was found, and what it allows. A measurement, no legal opinion. */
export function licenceText(found: LicenceExplanation, language: Language): string {
  const { term } = speaker(language)
  const say = (key: keyof typeof WORDS) => WORDS[key][language]
  const taken = found.steps.findLast(({ found: expression }) => expression !== undefined)
  const freedoms = (['source', 'use', 'change', 'passOn'] as const).map((key) => [say(key), say(found.freedoms[key])])
  return [
    `${found.text}`,
    `  ${taken?.found === undefined ? say('nothing') : `${say('read')} ${taken.found} (${taken.step})`}`,
    `  ${say('family')}: ${term('family', found.family)}; ${say('openness')}: ${term('openness', found.openness)}; ${say('classes')}: ${found.classes.join(', ')}`,
    `  ${say('steps')}: ${found.steps.map(({ step, found: expression }) => (expression === undefined ? `${step} –` : `${step} ✓`)).join(', ')}`,
    `${say('freedoms')}:`,
    list(freedoms, '  '),
    ...(found.parts.length > 1 ? [`${say('parts')}:`, list(found.parts.map(({ text, family, openness }) => [text, term('family', family), term('openness', openness)]), '  ')] : []), // prettier-ignore
  ].join('\n')
}
