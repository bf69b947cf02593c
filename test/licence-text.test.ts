import { describe, expect, it } from 'vitest'
import { licenceText } from '../src/cli/text/licence.ts'
import { explainLicence } from '../src/identify/licence/index.ts'
import { reader } from './support/licences.ts'

const shown = (text: string, language: 'de' | 'en', country?: string) => licenceText(explainLicence(text, reader, country), language)

describe('licences explain', () => {
  it('says what is read, its family, class and what § 16a EGovG asks, in both languages', () => {
    const de = shown('EUPL-1.2', 'de')
    expect(de).toContain('gelesen als EUPL-1.2 (SPDX-Ausdruck)')
    expect(de).toContain('Angelehnt an § 16a EGovG: offen, hat Vorrang')
    expect(de).toMatch(/A\/B {2}Copyleft/)
    expect(shown('EUPL-1.2', 'en')).toContain('Along § 16a EGovG: open, goes first')
  })

  it("tells D from E by the maker's seat, and leaves both without it", () => {
    expect(explainLicence('Freeware', reader).classes).toEqual(['D', 'E'])
    expect(explainLicence('Freeware', reader, 'DE').classes).toEqual(['D'])
    expect(explainLicence('Freeware', reader, 'US').classes).toEqual(['E'])
    expect(explainLicence('MIT', reader, 'US').classes).toEqual(['C'])
    expect(explainLicence('NOASSERTION', reader, 'US').classes).toEqual(['?'])
  })

  it('tells NONE from silence, and shows both ends of a doubt', () => {
    expect(shown('NONE', 'de')).toContain('gelesen als NONE')
    expect(shown('NOASSERTION', 'de')).toContain('sagt nichts über die Lizenz')
    expect(shown('Elastic-2.0 OR LicenseRef-0', 'en')).toContain('openness lies between open and restricted')
  })
})
